//! Getting a territory ready before the first person asks for it.

use crate::App;
use crate::problem::Answer;
use model::Lead;
use std::sync::Arc;

impl App {
    /// Reads and analyses a territory; gives its leads once they are there.
    pub async fn warm(&self, territory: &str) -> Answer<Arc<Vec<Lead>>> {
        let mut events = self.listen();
        loop {
            let (holding, analysing) = crate::territory::present(self, territory).await?;
            if !analysing {
                return Ok(Arc::clone(&holding.whole.leads));
            }
            // Another territory's event, or a lagging reader, only means to look again.
            let _ = events.recv().await;
        }
    }
}
