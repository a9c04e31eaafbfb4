//! The store of the shelf: `IndexedDB`. One record says what a design is, one more each step of its history.
//!
//! Whatever is written is written in one transaction: all of it, or none.

use std::rc::Rc;

use idb::{
    Database, DatabaseEvent as _, Error, Factory, KeyRange, ObjectStoreParams, Transaction, TransactionMode,
};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::editor::history::{Batch, KeptStep, MOST};
use crate::editor::shelf::{Entry, Fate, Head, StepRecord, Trouble, fate, step_key, steps_from};

const NAME: &str = "aurora-designer";
/// Version 1 has the two stores below, keyed by text. What a later version adds is added beside them.
const VERSION: u32 = 1;
const DESIGNS: &str = "designs";
const STEPS: &str = "steps";

/// An open store.
#[derive(Clone)]
pub struct Store(Rc<Connection>);

/// Closed with the last that holds it, so that nobody who wants to change the store waits for a page that is gone.
struct Connection(Database);

impl Drop for Connection {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// A design of the store with its steps; without steps where the one that is shown can't be read.
pub type Loaded = (Head, Option<Vec<KeptStep>>);

/// Why a design was not saved. The store is then as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unsaved {
    /// Another tab saved it since, or a record stands there that this build can't read.
    Overtaken,
    /// The browser did not take it.
    Refused(Trouble),
}

impl From<Error> for Unsaved {
    fn from(_: Error) -> Self {
        Self::Refused(Trouble::Full)
    }
}

impl Store {
    /// Opens the store, and makes it where there is none. `outdated` runs when a later version of the app wants to make it
    /// anew; it is closed by then.
    ///
    /// # Errors
    /// Where the browser has none for this page, and where a later version made it.
    pub async fn open(outdated: impl FnOnce() + 'static) -> Result<Self, Trouble> {
        let mut database = open().await.map_err(|error| match error {
            Error::DomException(error) if error.name() == "VersionError" => Trouble::Newer,
            _ => Trouble::Denied,
        })?;
        database.on_version_change(move |event| {
            if let Some(target) = event.target()
                && let Ok(database) = Database::try_from(JsValue::from(target))
            {
                database.close();
            }
            outdated();
        });
        Ok(Self(Rc::new(Connection(database))))
    }

    fn begin(&self, mode: TransactionMode) -> Result<Transaction, Error> {
        self.0.0.transaction(&[DESIGNS, STEPS], mode)
    }

    /// Every design, also those deleted and those that can't be read.
    ///
    /// # Errors
    /// Where the browser does not give them.
    pub async fn entries(&self) -> Result<Vec<Entry>, Trouble> {
        self.read_entries().await.map_err(|_| Trouble::Denied)
    }

    async fn read_entries(&self) -> Result<Vec<Entry>, Error> {
        let store = self.begin(TransactionMode::ReadOnly)?.object_store(DESIGNS)?;
        // Both are asked for before either answers, so that no other write comes between.
        let (keys, values) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
        let (keys, values) = (keys.await?, values.await?);
        let entry = |(key, value): (JsValue, JsValue)| match Head::from_bytes(&bytes(value)) {
            Ok(head) => Entry::Head(Box::new(head)),
            Err(why) => Entry::Unread { id: key.as_string().unwrap_or_default(), why },
        };
        Ok(keys.into_iter().zip(values).map(entry).collect())
    }

    /// A design with its steps; `None` where there is none of that id that can be read.
    ///
    /// # Errors
    /// Where the browser does not give it.
    pub async fn load(&self, id: &str) -> Result<Option<Loaded>, Trouble> {
        self.read(id).await.map_err(|_| Trouble::Denied)
    }

    async fn read(&self, id: &str) -> Result<Option<Loaded>, Error> {
        let transaction = self.begin(TransactionMode::ReadOnly)?;
        let head = transaction.object_store(DESIGNS)?.get(key(id))?;
        let steps = transaction.object_store(STEPS)?.get_all(Some(span(id, 0, u64::MAX)?.into()), None)?;
        let (head, steps) = (head.await?, steps.await?);
        let Some(Ok(head)) = head.map(|value| Head::from_bytes(&bytes(value))) else { return Ok(None) };
        let steps: Vec<Vec<u8>> = steps.into_iter().map(bytes).collect();
        let steps = steps_from(steps.iter().map(Vec::as_slice), head.at);
        Ok(Some((head, steps)))
    }

    /// The bytes of a record that can't be read, to be handed out as they are.
    ///
    /// # Errors
    /// Where the browser does not give them.
    pub async fn raw(&self, id: &str) -> Result<Vec<u8>, Trouble> {
        let get = async {
            let store = self.begin(TransactionMode::ReadOnly)?.object_store(DESIGNS)?;
            store.get(key(id))?.await
        };
        get.await.map(|value| value.map(bytes).unwrap_or_default()).map_err(|_| Trouble::Denied)
    }

    /// Saves a design that was last seen at the head's revision, with what its history lacks here. Gives the head as it is
    /// kept now: its name is the shelf's.
    ///
    /// # Errors
    /// Where it was saved elsewhere since, or the browser does not take it.
    pub async fn save(&self, head: Head, batch: &Batch) -> Result<Head, Unsaved> {
        let transaction = self.begin(TransactionMode::ReadWrite)?;
        let designs = transaction.object_store(DESIGNS)?;
        let there = designs.get(key(&head.id))?.await?.map(|value| Head::from_bytes(&bytes(value)));
        let there = match there {
            None => None,
            Some(Ok(there)) => Some(there),
            Some(Err(_)) => {
                drop(transaction.abort());
                return Err(Unsaved::Overtaken);
            }
        };
        if fate(head.revision, there.as_ref().map(|there| there.revision), true) != Fate::Stay {
            drop(transaction.abort());
            return Err(Unsaved::Overtaken);
        }
        let name = there.map_or(head.name, |there| there.name);
        let head = Head { name, revision: head.revision + 1, ..head };
        let steps = transaction.object_store(STEPS)?;
        steps.delete(span(&head.id, batch.last.saturating_add(1), u64::MAX)?)?;
        if batch.first > 0 && batch.last - batch.first >= u64::try_from(MOST).unwrap_or(u64::MAX) {
            steps.delete(span(&head.id, 0, batch.first - 1)?)?;
        }
        for step in &batch.steps {
            let StepRecord { key: at, bytes } = StepRecord::of(&head.id, step);
            steps.put(&value(&bytes), Some(&key(&at)))?;
        }
        designs.put(&value(&head.to_bytes()), Some(&key(&head.id)))?;
        committed(transaction).await?;
        Ok(head)
    }

    /// Changes what the shelf says of a design: its name, whether it is deleted. Its history stays.
    ///
    /// # Errors
    /// Where the design is not there, or the browser does not take it.
    pub async fn change(&self, id: &str, change: impl FnOnce(&mut Head)) -> Result<Head, Unsaved> {
        let transaction = self.begin(TransactionMode::ReadWrite)?;
        let designs = transaction.object_store(DESIGNS)?;
        let there = designs.get(key(id))?.await?.map(|value| Head::from_bytes(&bytes(value)));
        let Some(Ok(mut head)) = there else {
            drop(transaction.abort());
            return Err(Unsaved::Overtaken);
        };
        change(&mut head);
        designs.put(&value(&head.to_bytes()), Some(&key(id)))?;
        committed(transaction).await?;
        Ok(head)
    }

    /// Copies a design with its history under another id.
    ///
    /// # Errors
    /// Where it can't be read, or the browser does not take the copy.
    pub async fn copy(&self, id: &str, change: impl FnOnce(&mut Head)) -> Result<Head, Unsaved> {
        let (mut head, steps) = self.read(id).await?.ok_or(Unsaved::Overtaken)?;
        let steps = steps
            .unwrap_or_else(|| vec![KeptStep { number: head.at, made: head.made, text: head.text.clone() }]);
        change(&mut head);
        head.revision = 0;
        head.first = steps.first().map_or(head.at, |step| step.number);
        head.last = steps.last().map_or(head.at, |step| step.number);
        let batch = Batch { first: head.first, at: head.at, last: head.last, steps };
        self.save(head, &batch).await
    }

    /// Takes a design away for good, with its history.
    ///
    /// # Errors
    /// Where the browser does not do it.
    pub async fn remove(&self, id: &str) -> Result<(), Unsaved> {
        let transaction = self.begin(TransactionMode::ReadWrite)?;
        transaction.object_store(DESIGNS)?.delete(key(id))?;
        transaction.object_store(STEPS)?.delete(span(id, 0, u64::MAX)?)?;
        committed(transaction).await
    }
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            for name in [DESIGNS, STEPS] {
                // A store that can't be made shows when it is first used.
                drop(database.create_object_store(name, ObjectStoreParams::new()));
            }
        }
    });
    request.await
}

/// Waits until a transaction is on the disk. One that is aborted, as where there is no room, took nothing.
async fn committed(transaction: Transaction) -> Result<(), Unsaved> {
    if transaction.await?.is_committed() { Ok(()) } else { Err(Unsaved::Refused(Trouble::Full)) }
}

fn key(text: &str) -> JsValue {
    JsValue::from_str(text)
}

/// The keys of a design's steps from one number to another, both included.
fn span(id: &str, from: u64, to: u64) -> Result<KeyRange, Error> {
    KeyRange::bound(&key(&step_key(id, from)), &key(&step_key(id, to)), None, None)
}

fn value(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn bytes(value: JsValue) -> Vec<u8> {
    value.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default()
}
