//! Whether a file on a disk is still the one that was read, without reading it.
//!
//! The file system says which file it is and when it was changed last (`ctime`), which no program can set as it likes. While all of
//! that stays, the file does, too – unless it was changed twice within one tick of the file system's clock, lies on a mount with a
//! coarse or a wrong clock, or is written through memory. So a file that changed a moment ago is read again each time, and from
//! time to time all are, whatever is said of them.

use std::fs::Metadata;
use std::time::{Duration, Instant, SystemTime};

/// How long ago a file has to have changed before it is believed to be the same, seconds; some clocks tick every two.
#[cfg(unix)]
const SETTLED: i64 = 3;
/// Between two looks that read all files.
const ALL: Duration = Duration::from_secs(10);

/// What the file system says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    device: u64,
    inode: u64,
    length: u64,
    mode: u32,
    /// Seconds and nanoseconds.
    modified: (i64, i64),
    /// The same, of anything about it.
    changed: (i64, i64),
}

impl Stamp {
    /// Of a file that has been as it is for a moment; nothing when it has not, or when that cannot be told.
    #[cfg(unix)]
    pub fn of(about: &Metadata, clock: SystemTime) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;

        let now = clock.duration_since(SystemTime::UNIX_EPOCH).ok()?;
        let now = i64::try_from(now.as_secs()).ok()?;
        // A clock that was set back has files of the future: they are read each time.
        let is_settled = now.checked_sub(about.ctime())? >= SETTLED;
        is_settled.then(|| Self {
            device: about.dev(),
            inode: about.ino(),
            length: about.size(),
            mode: about.mode(),
            modified: (about.mtime(), about.mtime_nsec()),
            changed: (about.ctime(), about.ctime_nsec()),
        })
    }

    /// Elsewhere nothing tells that a file was put in another one's place.
    #[cfg(not(unix))]
    pub fn of(_about: &Metadata, _clock: SystemTime) -> Option<Self> {
        None
    }
}

/// How files are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Those that are the same by their stamps are not read.
    Stamps,
    /// All are read.
    All,
}

/// One look after the other.
#[derive(Clone, Copy, Debug, Default)]
pub struct Looks {
    all_at: Option<Instant>,
}

impl Looks {
    /// What the next one is; the first reads all.
    pub fn next(&mut self, now: Instant) -> Look {
        let is_due = |last: Instant| now.saturating_duration_since(last) >= ALL;
        if self.all_at.is_some_and(|last| !is_due(last)) {
            return Look::Stamps;
        }
        self.all_at = Some(now);
        Look::All
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use std::fs;

    use super::*;

    #[test]
    fn all_files_are_read_at_first_and_then_from_time_to_time() {
        let (mut looks, start) = (Looks::default(), Instant::now());
        let after = |seconds: u64| start + Duration::from_secs(seconds);
        let told = [0, 1, 9, 10, 11, 25].map(|seconds| looks.next(after(seconds)));
        let (stamps, all) = (Look::Stamps, Look::All);
        assert_eq!(told, [all, stamps, stamps, all, stamps, all]);
    }

    #[cfg(unix)]
    #[test]
    fn a_stamp_is_another_after_each_change_and_none_right_after_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cart.ftl");
        let later = SystemTime::now() + Duration::from_secs(3600);
        let stamp = |clock| Stamp::of(&fs::metadata(&file).unwrap(), clock);
        fs::write(&file, "a").unwrap();
        let first = stamp(later).unwrap();
        assert_eq!(stamp(later), Some(first));
        assert_eq!(stamp(SystemTime::now()), None, "it may change within the same tick");
        assert_eq!(stamp(SystemTime::UNIX_EPOCH), None, "the clock was set back");
        // Another file of the same length and time in its place.
        let other = folder.path().join("other");
        fs::write(&other, "b").unwrap();
        let time = fs::metadata(&file).unwrap().modified().unwrap();
        fs::File::options()
            .write(true)
            .open(&other)
            .unwrap()
            .set_modified(time)
            .unwrap();
        fs::rename(&other, &file).unwrap();
        assert_ne!(stamp(later), Some(first));
    }
}
