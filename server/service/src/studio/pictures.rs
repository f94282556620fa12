//! Pictures of a product: which it has, in which order, what they show; taking one away.

use db::Tx;
use db::entities::translation;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use domain::{
    Actor, AuditAction, ErrorCode, Locale, MAX_PICTURES, MediaId, PictureMove, ProductId, ProductStatus, ShortText,
    TextOwner,
};

use super::attach::set_order;
use super::crop::{CropSource, CropsView, crops_of, source_of};
use super::product::{claim_version, find_mine, lock_product};
use super::proposal::{is_shown_later, picture_rows_for_maker};
use super::signature;
use super::texts::{self, Field};
use super::uploads::{UploadView, uploads_of};
use super::view::EditText;
use crate::catalog::{picture_rows_of, rebuild_cards};
use crate::error::{Error, FieldErrors, Result, none};
use crate::pictures::{Picture, of_row, text_field};
use crate::texts::read;
use crate::{Shop, Shown, proposals};

/// A product's pictures in the work area.
#[derive(Clone, Debug)]
pub struct PicturesPage {
    /// The product.
    pub product: ProductId,
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// Its pictures, in order.
    pub pictures: Vec<ProductPicture>,
    /// Pictures on their way, and those that could not be taken, the newest first.
    pub uploads: Vec<UploadView>,
    /// What is being cropped.
    pub crops: CropsView,
    /// Whether it has as many as it may.
    pub is_full: bool,
    /// Whether buyers see the product.
    pub is_public: bool,
    /// Whether they see changes only when the Centre has confirmed them.
    pub waits: bool,
}

/// A picture of a product.
#[derive(Clone, Debug)]
pub struct ProductPicture {
    /// The picture.
    pub id: MediaId,
    /// The same to be shown.
    pub picture: Picture,
    /// What there is to see, in words.
    pub description: Option<Shown>,
}

/// One picture in the editor: fields `alt-<lang>`.
#[derive(Clone, Debug)]
pub struct PicturePage {
    /// The product.
    pub product: ProductId,
    /// The product's name.
    pub name: Shown,
    /// The picture.
    pub id: MediaId,
    /// The same to be shown.
    pub picture: Picture,
    /// What it is cropped from.
    pub source_picture: CropSource,
    /// Which of the pictures it is, from 1.
    pub place: usize,
    /// How many there are.
    pub count: usize,
    /// What there is to see, one a language.
    pub descriptions: Vec<EditText>,
    /// The language the product's texts are written in first.
    pub source: Locale,
    /// Row version of the product.
    pub version: i64,
    /// Whether buyers see the product.
    pub is_public: bool,
    /// Whether they see changes only when the Centre has confirmed them.
    pub waits: bool,
}

/// What a form of a picture's page asks for.
#[derive(Clone, Debug, Default)]
pub struct PictureForm {
    /// `command`: a word of [`PictureMove`], `remove` or `describe`.
    pub command: String,
    /// `version`, with `describe`.
    pub version: String,
    /// `alt-<lang>`, with `describe`.
    pub descriptions: Vec<(Locale, String)>,
    /// `right-alt-<lang>`: outdated translations that are right all the same, by their fields.
    pub right: Vec<String>,
}

/// The texts' field as forms call it.
const ALT: &str = "alt";

/// A product's pictures, and those on their way.
///
/// # Errors
/// [`Error::NotFound`] when it is not this cooperative's.
#[crate::boxed]
pub async fn pictures(shop: &Shop, actor: Actor, locale: Locale, id: ProductId) -> Result<PicturesPage> {
    let db = shop.db().read();
    let row = find_mine(db, actor, id).await?;
    let mut texts = read(db, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let waits = proposals::of(db, id).await?;
    if let Some(waits) = &waits {
        waits.proposed.overlay_texts(&mut texts, row.source_lang);
    }
    let pictures: Vec<ProductPicture> = picture_rows_for_maker(db, id, waits.as_ref())
        .await?
        .iter()
        .map(|media| ProductPicture {
            id: media.id,
            picture: of_row(media),
            description: texts.show(&text_field(media.id), locale, row.source_lang),
        })
        .collect();
    Ok(PicturesPage {
        product: id,
        name: texts.name(locale, row.source_lang, &row.slug),
        is_full: pictures.len() >= MAX_PICTURES,
        is_public: row.status == ProductStatus::Published,
        waits: is_shown_later(shop, &row, waits.as_ref()),
        uploads: uploads_of(shop, row.cooperative_id, id).await?,
        crops: crops_of(shop, row.cooperative_id, id).await?,
        slug: row.slug,
        pictures,
    })
}

/// One picture of a product.
///
/// # Errors
/// [`Error::NotFound`] when the product is not this cooperative's or does not have it.
#[crate::boxed]
pub async fn picture(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    product: ProductId,
    id: MediaId,
) -> Result<PicturePage> {
    let db = shop.db().read();
    let row = find_mine(db, actor, product).await?;
    let mut texts = read(db, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let waits = proposals::of(db, product).await?;
    if let Some(waits) = &waits {
        waits.proposed.overlay_texts(&mut texts, row.source_lang);
    }
    let rows = picture_rows_for_maker(db, product, waits.as_ref()).await?;
    let place = rows.iter().position(|media| media.id == id).ok_or(Error::NotFound)?;
    let media = rows.get(place).ok_or(Error::NotFound)?;
    Ok(PicturePage {
        product,
        name: texts.name(locale, row.source_lang, &row.slug),
        id,
        picture: of_row(media),
        source_picture: source_of(db, row.cooperative_id, media).await?,
        place: place + 1,
        count: rows.len(),
        descriptions: texts::edit(&texts, &text_field(id), row.source_lang),
        source: row.source_lang,
        version: row.version,
        is_public: row.status == ProductStatus::Published,
        waits: is_shown_later(shop, &row, waits.as_ref()),
    })
}

/// What a change does.
#[derive(Clone, Debug)]
enum Change {
    Move(PictureMove),
    Remove,
    Describe {
        version: i64,
        new: Vec<(Locale, String)>,
        right: Vec<String>,
    },
}

impl PictureForm {
    fn read(&self, id: MediaId) -> Result<Change> {
        if let Some(step) = PictureMove::parse(&self.command) {
            return Ok(Change::Move(step));
        }
        match self.command.as_str() {
            "remove" => Ok(Change::Remove),
            "describe" => {
                let version = self.version.parse();
                Ok(Change::Describe {
                    version: version.map_err(|_| Error::Refused(ErrorCode::InvalidTransition))?,
                    new: self.checked()?,
                    // The texts are saved under the picture's own name.
                    right: self
                        .right
                        .iter()
                        .filter_map(|field| Some(format!("{}{}", text_field(id), field.strip_prefix(ALT)?)))
                        .collect(),
                })
            }
            _ => Err(Error::Refused(ErrorCode::Invalid)),
        }
    }

    /// Every language may be empty: a picture may do without words.
    fn checked(&self) -> Result<Vec<(Locale, String)>> {
        let mut errors = FieldErrors::default();
        let mut taken = Vec::new();
        for (lang, text) in &self.descriptions {
            let parsed = ShortText::parse(text).map(ShortText::into_string).or_else(none);
            if let Some(text) = errors.take(format!("{ALT}-{}", lang.code()), parsed) {
                taken.push((*lang, text));
            }
        }
        if errors.is_empty() {
            Ok(taken)
        } else {
            Err(Error::Fields(errors))
        }
    }
}

/// Moves a picture, takes it away, or says what it shows. The shop shows it at once, unless it waits for the Centre.
///
/// # Errors
/// [`Error::NotFound`] when the product is not this cooperative's or does not have it; [`ErrorCode::LastPicture`] for the
/// last one of what is on sale; [`Error::Fields`] named as in the form; [`ErrorCode::InvalidTransition`] when somebody
/// saved in between.
#[crate::boxed]
pub async fn change_picture(
    shop: &Shop,
    actor: Actor,
    product: ProductId,
    id: MediaId,
    form: &PictureForm,
) -> Result<()> {
    let row = find_mine(shop.db().read(), actor, product).await?;
    let change = form.read(id)?;
    let (now, by, user, source) = (shop.now(), signature(actor), actor.user(), row.source_lang);
    let cooperative = row.cooperative_id;
    shop.once()
        .write(move |tx| {
            let (change, by) = (change.clone(), by.clone());
            Box::pin(async move {
                let row = lock_product(tx, cooperative, product).await?;
                let waits = proposals::open(tx, &row).await?;
                let pictures = match &waits {
                    Some(change) => change.pictures(),
                    None => picture_rows_of(tx, product).await?.iter().map(|row| row.id).collect(),
                };
                let place = pictures.iter().position(|has| *has == id).ok_or(Error::NotFound)?;
                let (action, new) = match &change {
                    Change::Move(step) => (AuditAction::PictureMove, Some(step.apply(pictures, place))),
                    Change::Remove => {
                        if pictures.len() == 1 && row.status == ProductStatus::Published {
                            return Err(Error::Refused(ErrorCode::LastPicture));
                        }
                        let mut left = pictures;
                        left.remove(place);
                        (AuditAction::PictureRemove, Some(left))
                    }
                    Change::Describe { version, .. } => {
                        claim_version(tx, product, *version, now).await?;
                        (AuditAction::PictureDescribe, None)
                    }
                };
                let name = text_field(id);
                let words = match &change {
                    Change::Describe { new, right, .. } => Some((new, right)),
                    _ => None,
                };
                if let Some(mut change) = waits {
                    if let Some(new) = new {
                        if !new.contains(&id) {
                            change.forget_texts(&name);
                        }
                        change.set_pictures(new);
                    }
                    if let Some((new, right)) = words {
                        change.set_texts(&name, new, right);
                    }
                    change.save(tx, now).await?;
                } else {
                    if let Some(new) = new {
                        set_order(tx, product, &new).await?;
                        if !new.contains(&id) {
                            forget_texts(tx, product, id).await?;
                        }
                    }
                    if let Some((new, right)) = words {
                        let field = Field {
                            owner: TextOwner::Product,
                            id: product.get(),
                            name: &name,
                            source,
                        };
                        texts::save(tx, now, user, field, new, right).await?;
                    }
                }
                let (object, detail) = (format!("product:{product}"), format!("picture:{id}"));
                crate::audit::note(tx, now, &by, action, &object, &detail).await?;
                rebuild_cards(tx, product).await
            })
        })
        .await
}

pub(super) async fn forget_texts(tx: &Tx, product: ProductId, id: MediaId) -> Result<()> {
    translation::Entity::delete_many()
        .filter(translation::Column::Entity.eq(TextOwner::Product))
        .filter(translation::Column::EntityId.eq(product.get()))
        .filter(translation::Column::Field.eq(text_field(id)))
        .exec(tx)
        .await?;
    Ok(())
}
