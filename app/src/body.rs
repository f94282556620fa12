//! The body of a page: rendered markup, and in it blocks that many answers share. The style sheet and
//! [kept markup](crate::catalog::KeptMarkup) are most of a page's bytes; they go out as they lie in memory.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::vec::IntoIter;

use axum::body::{Body, Bytes};
use http_body::{Frame, SizeHint};
use memchr::memmem;

/// Stands before a nonce that marks the place of a block.
const MARK: u8 = 1;

/// A block of a page that is not rendered with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// The style sheet.
    Style,
    /// Markup rendered before, for more than one answer.
    Content,
}

impl Block {
    const fn letter(self) -> u8 {
        match self {
            Self::Style => b's',
            Self::Content => b'c',
        }
    }

    /// The place of the block in markup that is rendered with `nonce`. No text of anybody's can name it: the nonce is
    /// random and this response's own.
    pub fn mark(self, nonce: &str) -> String {
        format!("{}{nonce}{}", char::from(MARK), char::from(self.letter()))
    }
}

/// A document cut at its blocks and at its nonce, so that it can be sent again with another nonce.
#[derive(Debug)]
pub(crate) struct Document(Vec<Piece>);

#[derive(Debug)]
enum Piece {
    Bytes(Bytes),
    Nonce,
}

impl Document {
    /// Cuts `html`, which was rendered with `nonce`, and puts `blocks` in the place of their marks.
    pub fn new(html: String, nonce: &str, blocks: &[(Block, Bytes)]) -> Self {
        let html = Bytes::from(html);
        let mut pieces = Vec::new();
        let mut from = 0;
        for at in memmem::find_iter(&html, nonce) {
            let end = at + nonce.len();
            let is_mark = at > from && html.get(at - 1) == Some(&MARK);
            let block = blocks
                .iter()
                .find(|(block, _)| is_mark && html.get(end) == Some(&block.letter()));
            let (before, piece, after) = match block {
                Some((_, bytes)) => (at - 1, Piece::Bytes(bytes.clone()), end + 1),
                None => (at, Piece::Nonce, end),
            };
            pieces.extend([Piece::Bytes(html.slice(from..before)), piece]);
            from = after;
        }
        pieces.push(Piece::Bytes(html.slice(from..)));
        Self(pieces)
    }

    /// The document with this nonce.
    pub fn body(&self, nonce: &str) -> Body {
        let nonce = Bytes::copy_from_slice(nonce.as_bytes());
        let bytes = |piece: &Piece| match piece {
            Piece::Bytes(bytes) => bytes.clone(),
            Piece::Nonce => nonce.clone(),
        };
        let pieces: Vec<Bytes> = self.0.iter().map(bytes).filter(|piece| !piece.is_empty()).collect();
        let left = pieces.iter().map(|piece| piece.len() as u64).sum();
        Body::new(Pieces {
            pieces: pieces.into_iter(),
            left,
        })
    }
}

/// A body whose length is known and whose pieces are not copied together.
#[derive(Debug)]
struct Pieces {
    pieces: IntoIter<Bytes>,
    /// Bytes still to be sent.
    left: u64,
}

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let piece = self.pieces.next();
        if let Some(piece) = &piece {
            self.left -= piece.len() as u64;
        }
        Poll::Ready(piece.map(|piece| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    const STYLE: (Block, Bytes) = (Block::Style, Bytes::from_static(b"p{}"));
    const CONTENT: (Block, Bytes) = (Block::Content, Bytes::from_static("<p>é</p>".as_bytes()));

    async fn text(document: &Document, nonce: &str) -> String {
        let body = document.body(nonce);
        let length = http_body::Body::size_hint(&body).exact().unwrap();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        assert_eq!(bytes.len() as u64, length, "as announced");
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn blocks_stand_in_the_place_of_their_marks() {
        let (style, content) = (Block::Style.mark("ab"), Block::Content.mark("ab"));
        let html = format!("<style nonce=ab>{style}</style>ئا{content}中");
        for (blocks, right) in [
            (&[STYLE, CONTENT][..], "<style nonce=ab>p{}</style>ئا<p>é</p>中"),
            (
                &[CONTENT, (Block::Style, Bytes::new())],
                "<style nonce=ab></style>ئا<p>é</p>中",
            ),
        ] {
            assert_eq!(text(&Document::new(html.clone(), "ab", blocks), "ab").await, right);
        }
        let marks_alone = Document::new(format!("{style}{content}"), "ab", &[STYLE, CONTENT]);
        assert_eq!(text(&marks_alone, "ab").await, "p{}<p>é</p>");
        assert_eq!(text(&Document::new(String::new(), "ab", &[]), "ab").await, "");
    }

    #[tokio::test]
    async fn another_answer_has_another_nonce() {
        let html = format!("ab<i nonce=ab>{}</i>ab", Block::Style.mark("ab"));
        let kept = Document::new(html, "ab", &[STYLE]);
        assert_eq!(text(&kept, "ab").await, "ab<i nonce=ab>p{}</i>ab");
        assert_eq!(text(&kept, "xyz").await, "xyz<i nonce=xyz>p{}</i>xyz");
    }

    #[tokio::test]
    async fn what_only_looks_like_a_mark_stays() {
        let html = "\u{1}other-s \u{1}abx \u{1}";
        let document = Document::new(html.to_owned(), "ab", &[STYLE, CONTENT]);
        assert_eq!(text(&document, "ab").await, html);
        // A block is not searched.
        let block = (Block::Style, Bytes::from_static(b"\x01abc"));
        let document = Document::new(Block::Style.mark("ab"), "ab", &[block, CONTENT]);
        assert_eq!(text(&document, "xy").await, "\u{1}abc");
    }
}
