//! Where files to print are made: one at a time, off the async threads, with few who wait. 200 labels take half a second
//! of a core, and the fonts are in memory only for that time.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use domain::ErrorCode;
use print::{Fonts, PrintError};
use tokio::sync::Semaphore;

use crate::error::{Error, Result};

/// Who waits for their turn at the most.
const WAITING: usize = 16;
/// How long.
const TURN: Duration = Duration::from_secs(20);

/// The place where files to print are made.
#[derive(Debug)]
pub(crate) struct Printer {
    turn: Arc<Semaphore>,
    waiting: Semaphore,
}

impl Default for Printer {
    fn default() -> Self {
        Self {
            turn: Arc::new(Semaphore::new(1)),
            waiting: Semaphore::new(WAITING),
        }
    }
}

impl Printer {
    /// Makes a file, or a part of one. `fonts`: where they lie, when the site has some.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many wait; [`ErrorCode::NoFonts`] when the site has none.
    pub(crate) async fn print<T: Send + 'static>(
        &self,
        fonts: Option<PathBuf>,
        make: impl FnOnce(&Fonts) -> Result<T, PrintError> + Send + 'static,
    ) -> Result<T> {
        let waiting = self.waiting.try_acquire().map_err(|_| Error::Busy)?;
        let turn = tokio::time::timeout(TURN, self.turn.clone().acquire_owned()).await;
        drop(waiting);
        let Ok(Ok(turn)) = turn else {
            return Err(Error::Busy);
        };
        let Some(fonts) = fonts else {
            tracing::error!("print.no_fonts");
            return Err(Error::Refused(ErrorCode::NoFonts));
        };
        let made = tokio::task::spawn_blocking(move || {
            // Nobody else's turn until this is over, even when whoever asked is gone.
            let _turn = turn;
            make(&Fonts::read(&fonts)?)
        });
        match made.await.map_err(Error::internal)? {
            Ok(file) => Ok(file),
            Err(error @ (PrintError::NoFonts { .. } | PrintError::DamagedFonts)) => {
                tracing::error!(error = &error as &dyn std::error::Error, "print.no_fonts");
                Err(Error::Refused(ErrorCode::NoFonts))
            }
            Err(error) => Err(Error::internal(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::pin::pin;
    use std::task::Poll;

    use super::*;

    #[tokio::test]
    async fn without_fonts_it_is_said_so() {
        let printer = Printer::default();
        for fonts in [None, Some(PathBuf::from("/nowhere/print.ttc"))] {
            let refused = printer.print(fonts, |_| Ok(Vec::<u8>::new())).await;
            assert!(
                matches!(refused, Err(Error::Refused(ErrorCode::NoFonts))),
                "{refused:?}"
            );
        }
    }

    #[tokio::test]
    async fn few_wait_and_the_rest_is_told_to_come_again() {
        let printer = Printer::default();
        let turn = printer.turn.clone().acquire_owned().await;
        let mut waiting: Vec<_> = (0..WAITING)
            .map(|_| Box::pin(printer.print(None, |_| Ok(Vec::<u8>::new()))))
            .collect();
        poll_fn(|context| {
            assert!(waiting.iter_mut().all(|one| one.as_mut().poll(context).is_pending()));
            Poll::Ready(())
        })
        .await;
        let late = pin!(printer.print(None, |_| Ok(Vec::<u8>::new())));
        assert!(matches!(late.await, Err(Error::Busy)));
        drop(turn);
        for one in waiting {
            assert!(matches!(one.await, Err(Error::Refused(ErrorCode::NoFonts))));
        }
    }
}
