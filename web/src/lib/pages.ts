// The pages, who sees them and how they are reached: `g` then the letter.
import type { Component } from 'svelte';
import type { Role } from '../api/types.ts';

export interface Page { name: string; key: string; letter: string; icon: string; roles: Role[]; load: () => Promise<{ default: Component }> }

const team: Role[] = ['facilitator', 'admin'];
const firms: Role[] = ['company', 'insertion'];
const public_: Role[] = ['authority', 'funder', 'lab'];

export const pages: Page[] = [
  { name: 'journee', key: 'page-day', letter: 'j', icon: 'day', roles: team, load: () => import('../pages/Day.svelte') },
  { name: 'chez-nous', key: 'page-mine', letter: 'n', icon: 'mine', roles: firms, load: () => import('../pages/Mine.svelte') },
  { name: 'pistes', key: 'page-leads', letter: 'p', icon: 'leads', roles: [...team, ...firms], load: () => import('../pages/Leads.svelte') },
  { name: 'acteurs', key: 'page-actors', letter: 'a', icon: 'actors', roles: team, load: () => import('../pages/Actors.svelte') },
  { name: 'visite', key: 'page-visit', letter: 'v', icon: 'visit', roles: team, load: () => import('../pages/Visit.svelte') },
  { name: 'flux', key: 'page-flows', letter: 'f', icon: 'flows', roles: [...team, ...firms], load: () => import('../pages/Flows.svelte') },
  { name: 'carte', key: 'page-map', letter: 'c', icon: 'map', roles: [...team, ...firms, ...public_], load: () => import('../pages/MapPage.svelte') },
  { name: 'territoire', key: 'page-territory', letter: 't', icon: 'territory', roles: [...team, ...public_], load: () => import('../pages/Territory.svelte') },
  { name: 'filieres', key: 'page-chains', letter: 'l', icon: 'chain', roles: team, load: () => import('../pages/Chains.svelte') },
  { name: 'projets', key: 'page-projects', letter: 'o', icon: 'projects', roles: [...team, ...firms, ...public_], load: () => import('../pages/Projects.svelte') },
  { name: 'references', key: 'page-references', letter: 'r', icon: 'references', roles: [...team, ...firms, ...public_], load: () => import('../pages/References.svelte') },
  { name: 'administration', key: 'page-admin', letter: 'd', icon: 'admin', roles: team, load: () => import('../pages/Admin.svelte') },
  { name: 'compte', key: 'page-account', letter: 'm', icon: 'mine', roles: [...team, ...firms, ...public_], load: () => import('../pages/Account.svelte') },
  { name: 'import', key: 'page-import', letter: 'i', icon: 'upload', roles: team, load: () => import('../pages/Import.svelte') },
];
