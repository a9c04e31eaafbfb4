//! What chance does to a file.

/// Chance that is the same for the same number.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn of(seed: u64) -> Self {
        // Xorshift stays at nothing once it is there.
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below another; 0 below 0.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % most.max(1)
    }

    pub(crate) fn one_of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    /// Most pieces are short, a few long.
    fn length(&mut self) -> usize {
        match self.below(8) {
            0 => self.below(2000),
            1 | 2 => self.below(200),
            _ => self.below(24),
        }
    }
}

/// What stands for itself in every kind.
const ANY: [&str; 30] = [
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "\"",
    "'",
    ",",
    ":",
    "=",
    "\n",
    "\r\n",
    " ",
    "\t",
    "\\",
    "null",
    "true",
    "0",
    "-1",
    "0.5",
    "1e999",
    "99999999999999999999",
    "\0",
    "ü",
    "\u{feff}",
    "\u{2028}",
    "😀",
    "/",
    "..",
];

/// The file, changed in one to six places. Pieces come from the words of its kind and from another file of it. Every other
/// file keeps its punctuation, so that it is still one of its kind and more than its parser is tried.
pub(crate) fn spoil(mut bytes: Vec<u8>, other: &[u8], words: &[&str], chance: &mut Chance) -> Vec<u8> {
    let keeps_form = chance.below(2) == 0;
    let most = 1 + chance.below(6);
    for _ in 0..=chance.below(most) {
        if keeps_form {
            word(&mut bytes, other, chance);
            continue;
        }
        let at = chance.below(bytes.len() + 1);
        let to = (at + chance.length()).min(bytes.len());
        match chance.below(10) {
            0 => drop(bytes.drain(at..to)),
            1 if chance.below(4) == 0 => bytes.truncate(at),
            2 => {
                let copy = bytes[at..to].to_vec();
                let there = chance.below(bytes.len() + 1);
                drop(bytes.splice(there..there, copy));
            }
            3 => {
                let from = chance.below(other.len() + 1);
                let piece = other[from..(from + chance.length()).min(other.len())].to_vec();
                drop(bytes.splice(at..to, piece));
            }
            4 => line(&mut bytes, chance),
            5 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            6 => {
                let piece = chance.one_of(&ANY).repeat(1 + chance.below(200));
                drop(bytes.splice(at..at, piece.into_bytes()));
            }
            7 => drop(bytes.splice(at..at, chance.one_of(&ANY).bytes())),
            8 => drop(bytes.splice(at..to, chance.one_of(words).bytes())),
            _ => drop(bytes.splice(at..at, chance.one_of(words).bytes())),
        }
    }
    bytes
}

/// What a word may become, whatever it was.
const WORDS: [&str; 16] = [
    "null",
    "true",
    "false",
    "0",
    "1",
    "-1",
    "0.5",
    "1e999",
    "99999999999999999999",
    "",
    "a",
    "x1",
    "aurora-mysql",
    "2026-11-28",
    "db.serverless",
    "ü",
];

/// Puts another word where one is: of the same file, of another, or one that stands for a kind of value.
fn word(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    let Some((at, to)) = word_in(bytes, chance) else { return };
    if chance.below(3) == 0 {
        // Of the same length, for forms that count.
        let letter = at + chance.below(to - at);
        bytes[letter] = b"0123456789abcxyz"[chance.below(16)];
        return;
    }
    let piece = match chance.below(3) {
        0 => chance.one_of(&WORDS).as_bytes().to_vec(),
        1 => word_in(other, chance).map(|(at, to)| other[at..to].to_vec()).unwrap_or_default(),
        _ => word_in(bytes, chance).map(|(at, to)| bytes[at..to].to_vec()).unwrap_or_default(),
    };
    drop(bytes.splice(at..to, piece));
}

/// Where a word stands, near a place of chance.
fn word_in(bytes: &[u8], chance: &mut Chance) -> Option<(usize, usize)> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.".contains(byte);
    let near = chance.below(bytes.len());
    let at = near + bytes.get(near..)?.iter().position(is_part)?;
    let start = at - bytes[..at].iter().rev().take_while(|byte| is_part(byte)).count();
    let end = at + bytes[at..].iter().take_while(|byte| is_part(byte)).count();
    Some((start, end))
}

/// Takes a whole line out, or puts it elsewhere: what is left is oftener still a file of its kind.
fn line(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    if lines.is_empty() {
        return;
    }
    let taken = lines.remove(chance.below(lines.len()));
    match chance.below(3) {
        0 => {}
        1 => lines.insert(chance.below(lines.len() + 1), taken),
        _ => {
            lines.insert(chance.below(lines.len() + 1), taken.clone());
            lines.insert(chance.below(lines.len() + 1), taken);
        }
    }
    *bytes = lines.concat();
}
