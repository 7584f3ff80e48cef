//! Where the boxes and ribbons of a Sankey diagram go. Knows no words.

/// Width of the drawing, in its own units.
pub(super) const WIDTH: f64 = 1000.0;
/// Width of a box.
pub(super) const BOX: f64 = 12.0;
/// Space between two boxes of a column.
const GAP: f64 = 14.0;
/// Thinnest box and ribbon that can be seen.
const THINNEST: f64 = 1.0;

/// A box: its column, its value, and where it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Node {
    pub(super) column: usize,
    pub(super) value: f64,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) height: f64,
}

/// A ribbon between two boxes of neighbouring columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) value: f64,
    pub(super) guessed: bool,
    /// Height of its middle where it leaves and where it arrives.
    pub(super) y: [f64; 2],
    pub(super) width: f64,
}

impl Link {
    /// Not placed yet.
    pub(super) fn new(from: usize, to: usize, value: f64, guessed: bool) -> Self {
        Self { from, to, value, guessed, y: [0.0; 2], width: 0.0 }
    }
}

/// Places boxes (given by their column, in order from the top) and ribbons; gives the height of the drawing.
pub(super) fn place(columns: &[usize], links: &mut [Link], height: f64) -> (Vec<Node>, f64) {
    let mut nodes: Vec<Node> =
        columns.iter().enumerate().map(|(ix, &column)| node(column, value(ix, links))).collect();
    let last = columns.iter().copied().max().unwrap_or(0).max(1);
    let count = |column: usize| columns.iter().filter(|c| **c == column).count();
    let total = (0..=last).map(|column| column_value(&nodes, column)).fold(f64::MIN_POSITIVE, f64::max);
    let room = (height - GAP * (0..=last).map(count).max().unwrap_or(0) as f64).max(height / 3.0);
    let scale = room / total;
    let mut next = vec![0.0; last + 1];
    for node in &mut nodes {
        node.height = (node.value * scale).max(THINNEST);
        node.x = (WIDTH - BOX) * node.column as f64 / last as f64;
        node.y = next[node.column];
        next[node.column] += node.height + GAP;
    }
    let used = next.into_iter().fold(0.0, f64::max);
    ribbons(&nodes, links, scale);
    (nodes, used)
}

fn node(column: usize, value: f64) -> Node {
    Node { column, value, x: 0.0, y: 0.0, height: 0.0 }
}

/// What goes through a box: the larger of what arrives and what leaves.
fn value(node: usize, links: &[Link]) -> f64 {
    let sum =
        |side: fn(&Link) -> usize| links.iter().filter(|l| side(l) == node).map(|l| l.value).sum::<f64>();
    sum(|link| link.from).max(sum(|link| link.to))
}

fn column_value(nodes: &[Node], column: usize) -> f64 {
    nodes.iter().filter(|node| node.column == column).map(|node| node.value).sum()
}

/// Ribbons leave and arrive in the order of the boxes at their other end, so that they cross least.
fn ribbons(nodes: &[Node], links: &mut [Link], scale: f64) {
    let mut order: Vec<usize> = (0..links.len()).collect();
    for side in 0..2 {
        order.sort_by_key(|&ix| {
            if side == 0 { (links[ix].from, links[ix].to) } else { (links[ix].to, links[ix].from) }
        });
        let mut filled = vec![0.0; nodes.len()];
        for &ix in &order {
            let node = if side == 0 { links[ix].from } else { links[ix].to };
            let thickness = links[ix].value * scale;
            links[ix].width = thickness.max(THINNEST);
            links[ix].y[side] = nodes[node].y + filled[node] + thickness / 2.0;
            filled[node] += thickness;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_hold_their_ribbons_and_do_not_overlap() {
        let mut links =
            [Link::new(0, 2, 30.0, false), Link::new(0, 3, 10.0, true), Link::new(1, 3, 60.0, false)];
        let (nodes, height) = place(&[0, 0, 1, 1], &mut links, 400.0);
        assert!((nodes[0].value - 40.0).abs() < 1e-9 && (nodes[3].value - 70.0).abs() < 1e-9);
        assert!(nodes[1].y >= nodes[0].y + nodes[0].height && height <= 440.0, "{nodes:?} {height}");
        let leaving: f64 = links.iter().filter(|l| l.from == 0).map(|l| l.width).sum();
        assert!((leaving - nodes[0].height).abs() < 1e-9);
    }
}
