//! A zip archive of a few texts: stored, not compressed, without a clock, so that its bytes follow from its content.

/// 1980-01-01, the first day that an archive can name.
const FIRST_DAY: u16 = 1 << 5 | 1;

/// Version 2.0 of the format, and the same said by Unix.
const READ_BY: u16 = 20;
const MADE_BY: u16 = 0x300 + READ_BY;

/// A plain file that its owner may write and everybody read.
const ATTRIBUTES: u32 = 0o100_644 << 16;

/// The archive of these files: name and content. Names are plain ASCII.
pub fn zip(files: &[(String, String)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let start = size(archive.len());
        let entry = entry(name, content.as_bytes());
        long(&mut archive, 0x0403_4b50);
        archive.extend(&entry);
        archive.extend(name.bytes());
        archive.extend(content.bytes());
        long(&mut directory, 0x0201_4b50);
        short(&mut directory, MADE_BY);
        directory.extend(&entry);
        // No comment, the first disk, a binary file.
        directory.extend([0; 6]);
        long(&mut directory, ATTRIBUTES);
        long(&mut directory, start);
        directory.extend(name.bytes());
    }
    let (start, count) = (size(archive.len()), u16::try_from(files.len()).unwrap_or(u16::MAX));
    archive.extend(&directory);
    long(&mut archive, 0x0605_4b50);
    long(&mut archive, 0);
    short(&mut archive, count);
    short(&mut archive, count);
    long(&mut archive, size(directory.len()));
    long(&mut archive, start);
    short(&mut archive, 0);
    archive
}

/// What the head of a file and its line in the directory have in common.
fn entry(name: &str, content: &[u8]) -> Vec<u8> {
    let (length, mut entry) = (size(content.len()), Vec::new());
    // Neither flags nor compression, at midnight.
    for field in [READ_BY, 0, 0, 0, FIRST_DAY] {
        short(&mut entry, field);
    }
    for field in [crc32(content), length, length] {
        long(&mut entry, field);
    }
    short(&mut entry, u16::try_from(name.len()).unwrap_or(u16::MAX));
    short(&mut entry, 0);
    entry
}

fn short(out: &mut Vec<u8>, number: u16) {
    out.extend(number.to_le_bytes());
}

fn long(out: &mut Vec<u8>, number: u32) {
    out.extend(number.to_le_bytes());
}

/// No text of ours comes near the limit of the format, 4 GiB.
fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The checksum of the format, bit by bit: a table would be quicker, and a kilobyte of download.
fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = sum >> 1 ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 };
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_format() {
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn an_archive_of_nothing_is_its_end_alone() {
        assert_eq!(zip(&[]).len(), 22);
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn another_reader_finds_what_was_put_in() {
        use std::io::{Cursor, Read};
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
        }
    }
}
