//! The one door by which a design comes in: what was handed in, what was found in it, and the steps between.
//!
//! The worker looks through what was handed in ([`Opening::found`]); the page shows what came of it and changes nothing
//! until somebody says so.

use serde::{Deserialize, Serialize};

use crate::design::{Design, Positions, Severity as _};
