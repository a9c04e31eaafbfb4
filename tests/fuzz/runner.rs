//! Runs a reader over spoiled files, and tells what broke it.

use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use aurora_designer::formats::import::Input;

use super::spoil::{Chance, spoil};

/// The longest that one run may take, optimised; five times as long without.
const LONGEST: Duration =
    if cfg!(debug_assertions) { Duration::from_secs(5) } else { Duration::from_secs(1) };
/// A run that takes longer is measured again.
const DOUBTFUL: Duration =
    if cfg!(debug_assertions) { Duration::from_millis(100) } else { Duration::from_millis(10) };
/// After this long a run does not end.
const HANGS: Duration = Duration::from_mins(1);
/// Every so many runs begin with any seed, the others with a small one: millions of runs over large files take days.
const RARELY: usize = 256;
/// A long run says after so many how it goes.
const PROGRESS: u64 = 250_000;

/// Since when a run goes, and the files it reads.
type Now = Mutex<Option<(Instant, Arc<Vec<Input>>)>>;

/// A reader and what it begins with.
pub(crate) struct Reader {
    /// Its folder of the corpus.
    pub(crate) name: &'static str,
    /// Files that are read together, one set a seed.
    pub(crate) seeds: Vec<Vec<Input>>,
    /// Bytes of a seed that is small.
    pub(crate) small: usize,
    /// What stands for something in its files.
    pub(crate) words: &'static [&'static str],
    /// Puts right what chance may not touch.
    pub(crate) guard: fn(Vec<u8>) -> Vec<u8>,
    /// Reads, and tells whether there was anything to read.
    ///
    /// # Errors
    /// Says what must not be.
    pub(crate) read: fn(&[Input]) -> Result<bool, String>,
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name)
        .ok()
        .map(|text| text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

impl Reader {
    /// Runs it as often as `FUZZ_RUNS` says, 250 times without; the seeds themselves first.
    #[track_caller]
    #[expect(clippy::disallowed_methods, reason = "a figure is measured")]
    pub(crate) fn run(&self) {
        let runs = number("FUZZ_RUNS").unwrap_or(250);
        let mut chance = Chance::of(number("FUZZ_SEED").unwrap_or(20_261_128));
        let now: Arc<Now> = Arc::default();
        self.watch(Arc::downgrade(&now));
        let (began, mut slowest, mut read) = (Instant::now(), Duration::ZERO, 0_u64);
        let whole = u64::try_from(self.seeds.len()).unwrap();
        let small = self.small();
        for round in 0..whole + runs {
            let inputs =
                Arc::new(match usize::try_from(round).ok().and_then(|round| self.seeds.get(round)) {
                    Some(seed) => seed.clone(),
                    None => self.spoiled(&small, &mut chance),
                });
            *now.lock().unwrap() = Some((Instant::now(), inputs.clone()));
            let mut took = Duration::MAX;
            let mut found = false;
            // A busy machine may stop a run for longer than it takes; it does not do so five times.
            for _ in 0..5 {
                let started = Instant::now();
                match catch_unwind(AssertUnwindSafe(|| (self.read)(&inputs))) {
                    Ok(Ok(it)) => found = it,
                    Ok(Err(wrong)) => self.fail(&wrong, &inputs),
                    Err(_) => self.fail("a panic", &inputs),
                }
                took = took.min(started.elapsed());
                if took < DOUBTFUL {
                    break;
                }
            }
            read += u64::from(found);
            if took >= LONGEST {
                self.fail(&format!("it takes {took:?}"), &inputs);
            }
            slowest = slowest.max(took);
            if round > 0 && round % PROGRESS == 0 {
                println!(
                    "{}: {round} runs in {:.0?}, {read} read, the slowest in {slowest:.1?}",
                    self.name,
                    began.elapsed()
                );
            }
        }
        println!(
            "{}: {} runs from {whole} seeds in {:.0?}, {read} of them read, the slowest in {slowest:.1?}",
            self.name,
            whole + runs,
            began.elapsed()
        );
        // Not all is refused before it is read.
        assert!(read >= whole + runs / 50, "{read} of {} were read", whole + runs);
    }

    /// The seeds that most runs begin with: the small ones, at least one.
    fn small(&self) -> Vec<&Vec<Input>> {
        let bytes = |seed: &[Input]| seed.iter().map(|it| it.bytes.len()).sum::<usize>();
        let small: Vec<_> = self.seeds.iter().filter(|seed| bytes(seed) <= self.small).collect();
        assert!(!small.is_empty(), "{}: no seed has {} bytes or fewer", self.name, self.small);
        small
    }

    fn spoiled(&self, small: &[&Vec<Input>], chance: &mut Chance) -> Vec<Input> {
        let mut inputs = if chance.below(RARELY) == 0 {
            self.seeds[chance.below(self.seeds.len())].clone()
        } else {
            small[chance.below(small.len())].clone()
        };
        let other = &self.seeds[chance.below(self.seeds.len())];
        let other = &other[chance.below(other.len())].bytes;
        for _ in 0..=chance.below(2) {
            let which = chance.below(inputs.len());
            let bytes = std::mem::take(&mut inputs[which].bytes);
            inputs[which].bytes = (self.guard)(spoil(bytes, other, self.words, chance));
        }
        inputs
    }

    /// Ends the program where a run never does, with the files that it stands at.
    fn watch(&self, now: std::sync::Weak<Now>) {
        let name = self.name;
        std::thread::spawn(move || {
            while let Some(now) = now.upgrade() {
                if let Some((since, inputs)) = &*now.lock().unwrap()
                    && since.elapsed() > HANGS
                {
                    println!(
                        "{name}: a run that does not end; its files are in {}",
                        keep(name, inputs).display()
                    );
                    std::process::abort();
                }
                drop(now);
                std::thread::sleep(Duration::from_millis(200));
            }
        });
    }

    #[track_caller]
    fn fail(&self, wrong: &str, inputs: &[Input]) -> ! {
        panic!("{}: {wrong}; its files are in {}", self.name, keep(self.name, inputs).display());
    }
}

/// Writes the files of a run to where a person finds them.
fn keep(name: &str, inputs: &[Input]) -> PathBuf {
    let mut told = String::new();
    for input in inputs {
        write!(told, "{}{}", input.name, String::from_utf8_lossy(&input.bytes)).unwrap();
    }
    let number = told
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz").join(name).join(format!("{number:016x}"));
    for input in inputs {
        let path = folder.join(&input.name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &input.bytes).unwrap();
    }
    folder
}
