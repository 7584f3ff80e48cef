//! A document as plain values: what is said, before it is laid out.

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A text.
    Text(String),
    /// A number; its unit stands in the heading or a cell beside it.
    Number(f64),
    /// Not known.
    Unknown,
    /// What stands there now, and how a workbook recomputes it: `{key}` is the value of the row of that key, 0 where there is none.
    Live(Box<Cell>, String),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Option<f64>> for Cell {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::Unknown, Self::Number)
    }
}

/// Lines under headings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// One a column.
    pub head: Vec<String>,
    /// As many cells a line as headings.
    pub rows: Vec<Vec<Cell>>,
    /// Names of the rows, for what is recomputed from them; empty when nothing is.
    pub keys: Vec<String>,
}

/// One series of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its name in the legend.
    pub name: String,
    /// One value for each label of the chart.
    pub values: Vec<f64>,
    /// How a workbook recomputes each, as in [`Cell::Live`]; empty when it does not.
    pub live: Vec<String>,
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Upright bars, series side by side.
    Bars,
    /// Lines.
    Lines,
    /// Two series lying on both sides of [`Chart::base`], one line a label.
    Tornado,
}

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it shows, with the unit.
    pub title: String,
    /// Bars, lines or tornado.
    pub shape: Shape,
    /// Where the bars of a tornado start.
    pub base: f64,
    /// Along the axis.
    pub labels: Vec<String>,
    /// What is drawn.
    pub series: Vec<Series>,
}

/// What a point of a map is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The plant itself.
    Plant,
    /// Gives what it takes.
    Supplier,
    /// Takes what it makes.
    Taker,
}

/// A map: north up, with a scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    /// Who stands where.
    pub dots: Vec<Dot>,
    /// Outlines of communes: rings of (longitude, latitude), degrees WGS 84.
    pub outlines: Vec<Vec<(f64, f64)>>,
    /// Names of communes, at (longitude, latitude).
    pub names: Vec<(String, (f64, f64))>,
    /// What each kind of dot is.
    pub legend: Vec<(Role, String)>,
}

/// A point of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// Degrees WGS 84.
    pub lat: f64,
    /// Degrees WGS 84.
    pub lon: f64,
    /// Its area grows with this.
    pub weight: f64,
    /// What it is.
    pub role: Role,
    /// Short name; empty is not written.
    pub label: String,
}

/// A piece of the document, in reading order.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Opens a section.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// One line of a list.
    Item(String),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Chart),
    /// A map.
    Map(Map),
}

/// A whole document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// `fr` or `en`.
    pub lang: String,
    /// On the first page.
    pub title: String,
    /// Day, version, who may read it.
    pub notice: String,
    /// In reading order.
    pub blocks: Vec<Block>,
    /// Heading of the notes.
    pub notes_title: String,
    /// Where each figure comes from; `[1]` is the first.
    pub notes: Vec<String>,
}
