// Recovery chains under /api/v1/territories/{t}/chains. Amounts a year are in the plant's own units, named in `plant`.
import type { Named, Range } from './types.ts';

export interface PlantView { id: string; label: string; input_unit: string; output_unit: string; size_unit: string; output: Named; grant: boolean }
export interface ChainOffer { plant: PlantView; supplies: number; amount?: Range | null; spots: number; candidates: number; takers: number; why_not?: string | null; lead?: Named | null; leads: number }
export interface ChainStudyLine { id: string; plant: Named; state: string; at: string; opens?: string | null }
export interface ChainMenu { offers: ChainOffer[]; studies: ChainStudyLine[] }

interface Placed { lat?: number | null; lon?: number | null }
export interface ChainSupply extends Placed {
  flow: string; site: Named; resource: Named; wording: string; amount: Range; months: number[]; season_known: boolean;
  cost_today?: Range | null; cost_source?: string | null; cost_sealed: boolean; basis: string; quality?: string | null;
}
export interface ChainTaker extends Placed { site: Named; wording: string; amount: Range; gets?: number | null }
export interface ChainSpot extends Placed { site: Named; why: string; demand?: number[] | null; takers: ChainTaker[] }
export interface ChainQuestion { plant: PlantView; sizes: number[]; supplies: ChainSupply[]; spots: ChainSpot[]; candidates: number; findings: string[] }
export interface ChainAsk { plant: string; without?: string[]; without_sites?: string[]; co2?: number; hour?: number; grant?: boolean; most?: number; budget?: number | null; guesses?: number | null; seconds?: number; robust?: boolean; chance?: number }

export interface ChainMoney {
  input: number; output: number; investment: number; network: number; store: number; grant?: number | null; revenue: number; running: number; haul: number; capital: number; avoided: number;
  lifetime?: number | null; reinvestment?: number | null; residual?: number | null; takers_save?: number;
  levelised_cost?: number | null; gate_fee?: number | null; gate_fee_with_grant?: number | null; cash: number[]; cash_with_grant: number[]; payback?: number | null; payback_operator?: number | null; payback_with_grant?: number | null; storage: number;
}
export interface ChainLine extends Placed { flow: string; site: Named; resource: Named; input: number; km: number; estimated: boolean }
export interface ChainPost { rome: string; label: string; insertion: boolean; entry: string; exit: string; hours: Range; cost: Range }
export interface ChainStaffing { kind: string; label: string; fte: Range; supervisors: Range; aid: Range; aid_since?: string | null; cost_per_fte?: Range | null; fits: string }
export interface ChainPartner { name: string; shapley: number; nucleolus?: number | null; sentence: string }
export interface ChainRounds {
  depot: string; vehicle: string; rounds: { stops: string[]; load: number; km: number; minutes: number; day: number }[]; days: number; every: number; driver_days: number; alone: number; unknown: number;
  km: number; separate_km: number; eur: number; separate_eur: number; co2?: number | null; separate_co2?: number | null;
}
export interface ChainPlant extends Placed {
  site: Named; why: string; size: number; by_hand: boolean; suppliers: ChainLine[]; takers: ChainTaker[]; gathered: number[]; made: number[]; demand?: number[] | null; heat?: string | null; money: ChainMoney;
  co2: { own?: number | null; haul?: number | null; avoided?: number | null }; permit: string; permits: { heading: Named; reaches: string; level: string; months?: string | null }[]; posts: ChainPost[]; staffing: ChainStaffing[]; split?: { total: number; grant?: number | null; partners: ChainPartner[]; core: string[] } | null; rounds: ChainRounds[];
}
export interface ChainRisk { text: string; middle?: number | null; prices: { label: string; low: number; high: number }[]; gone: { name: string; role: string; gain?: number | null }[] }
export interface ChainPoint {
  label: string; eur: number; median?: number | null; low?: number | null; high?: number | null; avoided?: number | null; caused?: number | null; hours?: number | null; worth_co2: number; worth_hour: number; asked?: string | null; gap?: number | null; verified: boolean; price?: string | null; loses?: string | null;
  plants: ChainPlant[]; left: number; risk?: ChainRisk | null; pdf?: string | null; pdf_members?: string | null; xlsx?: string | null;
}
export interface ChainStudy { plant: PlantView; day: string; finished: boolean; grant: boolean; supplies: number; spots: number; co2_known: boolean; advised?: number; sturdy?: number | null; sturdy_text?: string | null; unknown_costs: number; points: ChainPoint[]; findings: string[]; nothing?: string | null }
