//! Reads a line's arithmetic as a person does: numbers and signs count, words don't.

/// The value of `(260 − 100 free + 200) GB × $0.021`.
pub(crate) fn value(text: &str) -> f64 {
    // What follows a comma is said, not computed.
    let text = text.split(", as ").next().unwrap().split(", automated").next().unwrap();
    if text.ends_with("free on I/O-Optimized") {
        return 0.0;
    }
    let mut reader = Reader { tokens: tokens(text), at: 0 };
    let value = reader.sum();
    assert_eq!(reader.at, reader.tokens.len(), "{text}");
    value
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Token {
    Number(f64),
    Sign(char),
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(&next) = rest.peek() {
        if next.is_ascii_digit() {
            // A comma groups only where a digit follows at once.
            let mut digits = String::new();
            while let Some(&digit) = rest.peek() {
                let mut ahead = rest.clone();
                ahead.next();
                let grouped = digit == ',' && ahead.peek().is_some_and(char::is_ascii_digit);
                if !(digit.is_ascii_digit() || digit == '.' || grouped) {
                    break;
                }
                if digit != ',' {
                    digits.push(digit);
                }
                rest.next();
            }
            tokens.push(Token::Number(digits.parse().unwrap()));
        } else if next.is_alphabetic() {
            let mut word = String::new();
            while let Some(letter) = rest.next_if(|letter| letter.is_alphabetic() || *letter == '-') {
                word.push(letter);
            }
            match word.as_str() {
                "max" => tokens.push(Token::Sign('m')),
                "per" => tokens.push(Token::Sign('/')),
                _ => (),
            }
        } else {
            if "×/+−(),%".contains(next) {
                tokens.push(Token::Sign(next));
            }
            rest.next();
        }
    }
    tokens
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
}

impl Reader {
    fn take(&mut self, sign: char) -> bool {
        let found = self.tokens.get(self.at) == Some(&Token::Sign(sign));
        self.at += usize::from(found);
        found
    }

    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        loop {
            if self.take('+') {
                value += self.product();
            } else if self.take('−') {
                value -= self.product();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut value = self.atom();
        loop {
            if self.take('×') {
                value *= self.atom();
            } else if self.take('/') {
                value /= self.atom();
            } else if self.take('%') {
                value /= 100.0;
            } else {
                return value;
            }
        }
    }

    fn atom(&mut self) -> f64 {
        if self.take('m') {
            assert!(self.take('('));
            let one = self.sum();
            assert!(self.take(','));
            let other = self.sum();
            assert!(self.take(')'));
            return one.max(other);
        }
        if self.take('(') {
            let value = self.sum();
            assert!(self.take(')'));
            return value;
        }
        let Some(Token::Number(number)) = self.tokens.get(self.at) else { panic!("{:?}", self.tokens) };
        self.at += 1;
        *number
    }
}
