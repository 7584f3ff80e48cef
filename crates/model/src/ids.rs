//! Names of things on a territory: cheap to clone, printed as themselves.

reference::text_ids! {
    /// A legal unit: `siren:123456789`, or the workbook's identifier.
    ActorId,
    /// A site: `siret:12345678900011`, or the workbook's identifier.
    SiteId,
    /// A lead, stable over runs: kind, parties, resource, way.
    LeadId,
    /// An exchange that already runs or ran.
    ExchangeId,
    /// Somebody with an account.
    PersonId,
    /// Somebody to call at an actor's.
    ContactId,
    /// A project that groups synergies and plants.
    ProjectId,
    /// A thought in the box of ideas.
    IdeaId,
    /// A visit that was made or is planned.
    SiteVisitId,
    /// A document or a photo kept by the store.
    BlobId,
}
