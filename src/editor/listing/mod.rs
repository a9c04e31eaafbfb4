//! A file as a listing: cut into blocks, marked against what it was, its words told apart.
//!
//! An edit touches few blocks of a file that may have 1,500 lines. So the file is cut where its parts part, and the page
//! draws only blocks whose text or marks are new.

mod blocks;
mod tokens;

pub use blocks::{Block, Followed, Line, blocks};
pub use tokens::{Kind, Language, Token, tokens};
