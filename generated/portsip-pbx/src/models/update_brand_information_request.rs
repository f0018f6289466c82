use super::BrandTheme;
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};

/// What `POST /brand` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UpdateBrandInformationRequest {
    /// `theme`.
    pub theme: Option<BrandTheme>,
    /// The unique ID of file from your file library.
    /// This file will be used as the logo image.
    pub logo: Option<String>,
    /// The unique ID of file from your file library.
    /// This file will be used as the favicon image.
    pub favicon: Option<String>,
    /// The title text.
    /// This text will be displayed as the title.
    pub title: Option<String>,
    /// The copyright text.
    /// This text will be displayed as the copyright.
    pub copyright: Option<String>,
    /// The product name text.
    /// This text will be displayed as the product name.
    pub product: Option<String>,
    /// The website text.
    /// This text will be displayed as the product website.
    pub website: Option<String>,
    /// The forum url.
    /// This text will be displayed as the forum url.
    pub forum: Option<String>,
    /// The bottom text, maximum size is 256 characters.
    /// This text will be displayed at the bottom of the login page. It can be either plain text or HTML code.
    pub bottom_text: Option<String>,
}

impl UpdateBrandInformationRequest {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `theme`.
    pub fn theme(mut self, value: BrandTheme) -> Self {
        self.theme = Some(value);
        self
    }
    /// Sets `logo`.
    pub fn logo(mut self, value: impl Into<String>) -> Self {
        self.logo = Some(value.into());
        self
    }
    /// Sets `favicon`.
    pub fn favicon(mut self, value: impl Into<String>) -> Self {
        self.favicon = Some(value.into());
        self
    }
    /// Sets `title`.
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }
    /// Sets `copyright`.
    pub fn copyright(mut self, value: impl Into<String>) -> Self {
        self.copyright = Some(value.into());
        self
    }
    /// Sets `product`.
    pub fn product(mut self, value: impl Into<String>) -> Self {
        self.product = Some(value.into());
        self
    }
    /// Sets `website`.
    pub fn website(mut self, value: impl Into<String>) -> Self {
        self.website = Some(value.into());
        self
    }
    /// Sets `forum`.
    pub fn forum(mut self, value: impl Into<String>) -> Self {
        self.forum = Some(value.into());
        self
    }
    /// Sets `bottom_text`.
    pub fn bottom_text(mut self, value: impl Into<String>) -> Self {
        self.bottom_text = Some(value.into());
        self
    }
}

crate::runtime::members::members! {
    crate::runtime; UpdateBrandInformationRequest;
    theme, logo, favicon, title, copyright, product, website, forum, bottom_text,
}

#[cfg(feature = "server")]
impl Checked for UpdateBrandInformationRequest {
    fn check(&self, c: &mut Check) {
        c.known("theme", self.theme.as_ref());
    }
}
