//! A design inside a message: the text that a shelf keeps. So what crosses to the worker and back is read by the code that
//! reads every link, and no type of the design is compiled in once more to be read another way.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{keep, kept};
use crate::design::Design;

impl Serialize for Design {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&keep(self))
    }
}

impl<'de> Deserialize<'de> for Design {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(kept(&Cow::<'de, str>::deserialize(deserializer)?).0)
    }
}
