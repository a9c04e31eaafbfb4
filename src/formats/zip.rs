//! A zip archive of a few texts: stored, not compressed, without a clock, so that its bytes follow from its content.

use std::io::{Cursor, Write as _};

use ::zip::result::ZipResult;
use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, DateTime, System, ZipWriter};

/// The archive of these files: name and content. Names are plain ASCII, each given once, and no content comes near the
/// 4 GiB that the format can hold, so nothing is left out.
pub fn zip(files: &[(String, String)]) -> Vec<u8> {
    written(files).unwrap_or_default()
}

fn written(files: &[(String, String)]) -> ZipResult<Vec<u8>> {
    // A plain file that its owner may write and everybody read, of the first day that an archive can name, made by Unix
    // wherever it is made.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(content.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_of_nothing_is_its_end_alone() {
        assert_eq!(zip(&[]).len(), 22);
    }

    #[test]
    fn another_reader_finds_what_was_put_in() {
        use std::io::Read;
        let files = [("a.txt", "größe 🦀\n".to_owned()), ("empty", String::new()), ("b", "b".repeat(70_000))];
        let files = files.map(|(name, text)| (name.to_owned(), text));
        let bytes = zip(&files);
        assert_eq!(bytes, zip(&files));
        let mut archive = ::zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(archive.len(), files.len());
        for (place, (name, content)) in files.iter().enumerate() {
            let mut entry = archive.by_index(place).unwrap();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            assert_eq!((entry.name(), &text, entry.unix_mode()), (name.as_str(), content, Some(0o100_644)));
            assert_eq!(entry.last_modified(), Some(DateTime::DEFAULT));
            assert_eq!(entry.compression(), CompressionMethod::Stored);
        }
    }
}
