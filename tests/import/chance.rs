//! Chance that is the same in every run, and what it does to a file.

/// A small generator of numbers.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    /// A number below another; 0 below 0.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }

    /// A file in which something is overwritten with one of the letters, cut or doubled, once or a few times.
    pub(crate) fn spoil(&mut self, mut bytes: Vec<u8>, letters: &[u8]) -> Vec<u8> {
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len());
            match self.below(4) {
                0 => bytes[at] = letters[self.below(letters.len())],
                1 => drop(bytes.drain(at..(at + self.below(20)).min(bytes.len()))),
                2 => bytes.truncate(at + 1),
                _ => {
                    let piece = bytes[at..(at + self.below(60)).min(bytes.len())].to_vec();
                    let to = self.below(bytes.len());
                    bytes.splice(to..to, piece);
                }
            }
            if bytes.is_empty() {
                bytes.push(b'{');
            }
        }
        bytes
    }
}
