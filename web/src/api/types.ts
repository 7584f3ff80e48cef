// What the pages read and write under /api/v1. Names and texts are the server's; nothing is computed here.
// Texts that people read (sentence, say, why, label …) come in the language of `Accept-Language`; numbers come raw, with their unit.

/** P10, P50, P90. Equal bounds: an exact figure. */
export interface Range { low: number; mid: number; high: number }

/** A figure with its unit (`t/year`, `EUR/year`, `h/year` …) and whether it rests on a guess. */
export interface Amount { range: Range; unit: string; estimated: boolean }

/** Where a number is known from. */
export interface Evidence { basis: 'measured' | 'register' | 'declared' | 'documented' | 'estimated'; source: string; date?: string | null; expires_on?: string | null }

/** An id with the name people read. */
export interface Named { id: string; name: string }

export type Role = 'admin' | 'facilitator' | 'company' | 'insertion' | 'authority' | 'funder' | 'lab';
export type LeadKind = 'substitution' | 'sharing' | 'local-purchase' | 'chain';
export type Stage = 'detected' | 'proposed' | 'discussed' | 'studied' | 'agreed' | 'running' | 'ended' | 'set-aside';
export type Direction = 'takes-in' | 'gives-out' | 'sells' | 'can-share' | 'needs';

export interface Membership { territory: string; name: string; role: Role; actor?: string | null }
export interface Me { person: { id: string; name: string; email: string }; memberships: Membership[]; lang: 'fr' | 'en'; demo: boolean; totp: boolean; installation_admin: boolean }
export interface LoginOptions { demo_roles: { role: Role; label: string }[]; oidc?: string | null; mail: boolean }

export interface TerritoryHead {
  id: string; name: string; day: string; invented: boolean; notice?: string | null;
  version: number; analysed_version: number; analysing: boolean;
  counts: { actors: number; sites: number; flows: number; estimates: number; leads: number; synergies: number; projects: number };
  role: Role; actor?: string | null; may: string[];
}

/** One card of the queue: why now, and what to say in the call. */
export interface Card {
  id: string; why_key: string; why: string; say: string; due?: string | null; stage?: Stage | null; owner?: string | null;
  lead?: string | null; site?: Named | null; revision?: number | null; phone?: string | null; contact?: string | null; next_step?: string | null;
}
export interface Moved { lead: string; sentence: string; stage: Stage; at: string; by: string }
export interface VisitLine { site: Named; minutes: number; leads: number; value?: Amount | null; questions: string[]; commune?: string | null }
export interface Day { today: string; to_triage: number; queue: Card[]; done_today: number; moved: Moved[]; visits: VisitLine[] }

export interface LeadRow {
  id: string; rank?: number | null; kind: LeadKind; kind_label: string; title: string; sentence: string; resource: Named; stage: Stage; due?: string | null; owner?: string | null; next_step?: string | null;
  sites: (Named & { role: string; lat?: number | null; lon?: number | null; flow?: string | null; guessed: boolean })[]; km?: number | null; belief: number; support: 'said' | 'partly' | 'guessed';
  mass?: Amount | null; euros?: Amount | null; co2?: Amount | null; work?: Amount | null;
  question?: string | null; revision?: number | null; reason?: string | null; known?: boolean;
}
export interface LeadList { total: number; leads: LeadRow[]; next?: string | null; facets: Facets }
export type Facets = Record<string, { value: string; label: string; count: number }[]>;

export interface Term { label: string; range?: Range | null; figures: { id: string; label: string; value: string; source: string }[]; confidence?: 'low' | 'medium' | 'high' | null }
export interface Gain { key: 'euros' | 'co2' | 'mass' | 'energy' | 'water' | 'work' | 'co2_credit'; label: string; amount: Amount; terms: Term[]; unknown: string[] }
export interface FactLine { text: string; belief: number; evidence: Evidence; site?: Named | null }
export interface LegalCheck { kind: string; label: string; text: string; delay_months?: Range | null; source?: string | null }
export interface QuestionLine { id: string; text: string; site: Named; minutes: number; value?: number | null }
export interface LogLine { at: string; by: string; text: string; from?: Stage | null; to?: Stage | null }
export interface Synergy {
  revision: number; stage: Stage; owner?: string | null; next_step?: string | null; due?: string | null; reason?: string | null;
  log: LogLine[]; invitations: Invitation[]; documents: Document[]; deal?: { exists: boolean | null; text: string } | null;
  deliveries?: { at: string; text: string }[]; moves: Stage[];
}
export interface Invitation { site: Named; url?: string | null; answer: 'waiting' | 'accepted' | 'declined'; priced: boolean; at?: string | null }
export interface Document { id: string; name: string; at: string; url: string }
export interface LeadSheet extends LeadRow { facts: FactLine[]; gains: Gain[]; route?: string | null; hierarchy?: string | null; checks: LegalCheck[]; questions: QuestionLine[]; synergy?: Synergy | null; moves: Stage[]; stale: boolean }

export interface Move { to?: Stage; reason?: string; next_step?: string; due?: string; owner?: string; text?: string; revision?: number | null }
export interface Reason { key: string; label: string }

export interface ActorRow { id: string; name: string; kind: string; kind_label: string; sites: SiteRow[]; flows: number; leads: number }
export interface SiteRow {
  id: string; actor: string; actor_name: string; name: string; siret?: string | null; headcount_stated?: string | null; precision?: string | null; estimates: number; activity?: string | null; activity_label?: string | null; headcount?: Range | null;
  commune?: string | null; zone?: string | null; address?: string | null; lat?: number | null; lon?: number | null; kind: string; kind_label: string; flows: number; leads: number; visited?: string | null;
}
export interface SiteList { total: number; sites: SiteRow[]; next?: string | null; facets: Facets }
export interface Contact { id: string; revision: number; actor: string; site?: string | null; note?: string | null; name: string; role?: string | null; email?: string | null; phone?: string | null }
export interface SiteSheet extends SiteRow {
  revision?: number | null; evidence: Evidence; flows_in: FlowRow[]; flows_out: FlowRow[]; flows_shared: FlowRow[];
  top_leads: LeadRow[]; visit?: VisitLine | null; contacts: Contact[]; visits: VisitNote[];
}
export interface VisitNote { id: string; revision: number; site: string; day: string; text: string; by?: string | null; done: boolean }

export interface FlowRow {
  id: string; revision?: number | null; site: Named; direction: Direction; direction_label: string; likelihood: number; months?: number[] | null; operation?: string | null; who?: string | null; wording: string; stated?: string | null; resource?: Named | null; belief: number;
  waste_code?: string | null; waste_code_stated?: boolean; tonnes?: Range | null; quantity?: Amount | null; season?: string | null; quality?: string | null;
  fate?: string | null; price?: string | null; price_sealed?: boolean; evidence: Evidence; missing: string[]; expired?: boolean; confidentiality: 'open' | 'members' | 'facilitator';
}
export interface FlowList { total: number; flows: FlowRow[]; next?: string | null; facets: Facets }

/** What was understood of a line typed in free words. */
export interface Reading {
  resource?: Named | null; alternatives: (Named & { belief: number })[]; belief: number; words: string[]; codes: { code: string; label: string; hazardous: boolean }[];
  quantity?: Amount | null; tonnes?: Range | null; stated?: string | null; price?: string | null; fate?: string | null; direction?: Direction | null; question?: string | null; missing: string[];
  /** The words without amount, price and fate: what is kept. */
  wording: string;
  /** It must be asked whether the site pays the price or receives it. */
  price_asks: boolean; price_error?: string | null;
  /** What the site already has of the same thing. */
  known: { id: string; wording: string; tonnes?: Range | null; stated?: string | null }[]; quantity_error?: string | null;
}

export interface SankeyData { nodes: { id: string; label: string; column: number; kind: string }[]; links: { from: string; to: string; tonnes: Range; estimated: boolean }[]; missing?: string | null }
export interface Balance { rows: { resource: Named; out: Range; within: Range; inn: Range; estimated: boolean; unknown: number }[]; withheld: number }

export interface Figure { key: string; label: string; value?: Range | null; unit: string; hidden?: boolean; why_hidden?: string | null; contributors?: number; note?: string | null; source?: string | null; estimated?: boolean }
export interface FigureGroup { key: string; label: string; figures: Figure[] }
export interface Figures { day: string; groups: FigureGroup[] }

export interface WhatIf { add?: { name: string; activity: string; people: number; commune?: string; lat?: number; lon?: number }[]; remove?: string[] }
export interface WhatIfAnswer { before: Figure[]; after: Figure[]; gained: LeadRow[]; lost: LeadRow[]; gained_total?: number | null; lost_total?: number | null }
export interface Job { id: string; kind: string; state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'; progress: number; text?: string | null; result?: unknown; error?: string | null; asked_at: string; ended_at?: string | null; stopped: boolean; by?: string | null; about?: string | null }

export interface ImportPreview {
  id: string; file: string; format: string; sender?: string | null; remembered: boolean; sheets?: string[]; heading_row?: number | null;
  columns: { index: number; heading: string; field?: string | null; belief: number; samples: string[]; remembered?: boolean }[];
  fields: { key: string; label: string }[]; sites: Named[]; site?: string | null; sample: { line: number; cells: Record<string, string>; understood: string }[];
  lines: number; understood: number; rejects: { line: number; reason: string; cells: string[] }[]; rejected: number; to_correct: number; counts: Record<string, number>; error?: string | null;
}

export interface Project { id: string; revision: number; name: string; summary?: string | null; partners: Named[]; funding: { name: string; euros?: number | null; state: string }[]; milestones: { label: string; due?: string | null; done: boolean }[]; posts?: number | null; state: string; post_lines: { title: string; rome?: string | null; hours?: number | null; insertion: boolean; structure?: string | null; from?: string | null }[]; synergies: { lead: string; sentence: string; stage: Stage }[] }
export interface Idea { id: string; revision: number; title: string; text: string; by: string; at: string; votes: number; mine: boolean; state: string }

export interface ReferenceHit { kind: string; kind_label: string; id: string; label: string; detail?: string | null }
export interface ReferenceList { total: number; hits: ReferenceHit[]; facets: Facets }
/** A figure as the territory knows it. */
export interface Override { figure: string; label: string; range: Range; unit: string; common: Range; source: string; date: string; valid_until?: string | null; revision: number }
export interface ReferenceEntry { kind: string; id: string; label: string; fields: { label: string; value: string }[]; sources: { id: string; title: string; url?: string | null; locator?: string | null }[]; value?: { range: Range; unit: string; valid_from?: string | null; valid_until?: string | null; confidence?: string | null } | null; links: ReferenceHit[] }

export interface Person { id: string; name: string; email: string; memberships: Membership[]; last_seen?: string | null; active: boolean; admin: boolean }
export interface TerritoryLine { id: string; name: string; invented: boolean; people: number }
export interface PersonSaved { person: Person; link?: string | null }
/** How a program comes in; `secret` only when it was just made. */
export interface Token { id: string; name: string; scopes: string[]; territory?: string | null; created_at: string; expires_at?: string | null; used_at?: string | null; secret?: string | null }
export interface AuditLine { at: string; by: string; said: string; here: boolean; kind: string; id: string; name?: string | null; changes: { field: string; before?: string | null; after?: string | null }[]; version: number }
export interface AuditPage { lines: AuditLine[]; intact: boolean; next?: number | null }

/** application/problem+json. `present` on 409: the body as it is now. */
export interface Problem { title: string; detail?: string; field?: string; status?: number; present?: unknown }

/** The page a company opens from a link, without an account: its own side only. */
export interface Invite {
  territory: string; site: Named; sentence: string; yours: FactLine[]; gains: Gain[]; checks: LegalCheck[]; questions: string[]; answer: 'waiting' | 'accepted' | 'declined'; partner?: string | null;
  price?: { direction: 'pays' | 'receives'; unit: string; given: boolean } | null; deal?: { exists: boolean | null; text: string } | null; facilitator?: string | null;
}

export interface ActorList { total: number; actors: ActorRow[]; next?: string | null; facets: Facets }
export interface Saved { id: string; revision: number; version: number }
export interface ActorSheet extends ActorRow { revision?: number | null; evidence: Evidence; flows_in: FlowRow[]; flows_out: FlowRow[]; flows_shared: FlowRow[]; top_leads: LeadRow[]; contacts: Contact[]; visits: VisitNote[]; visit_lines: VisitLine[] }
