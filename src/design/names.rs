//! What an instance of the primary is called: on its card, in the bill, in a sentence.

/// Alone, as a title: `Writer`, `Reader 2`. Of a secondary, which has no writer, readers count from 1.
pub fn instance_name(index: usize) -> String {
    named(index, "Writer", "Reader")
}

/// At the start of a sentence: `The writer`, `Reader 2`.
pub fn instance_at_start(index: usize) -> String {
    named(index, "The writer", "Reader")
}

/// Inside a sentence: `the writer`, `reader 2`.
pub fn instance_within(index: usize) -> String {
    named(index, "the writer", "reader")
}

fn named(index: usize, writer: &str, reader: &str) -> String {
    if index == 0 { writer.to_owned() } else { format!("{reader} {index}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_writer_comes_first_and_readers_count_from_one() {
        assert_eq!([instance_name(0), instance_name(1)], ["Writer", "Reader 1"]);
        assert_eq!([instance_at_start(0), instance_at_start(15)], ["The writer", "Reader 15"]);
        assert_eq!([instance_within(0), instance_within(2)], ["the writer", "reader 2"]);
    }
}
