import { DEFAULT_RULES, type DiscordCall } from "../plan.rules"
import { patchFromInBulk, wayAround, type Ready } from "../way-around.rules"

const NOW = 100_000
const SOON = NOW + 2_000
const LATER = NOW + 9_000
const FEW = DEFAULT_RULES.patch_from

type Case = [
  what: string,
  call: DiscordCall["kind"],
  patchFrom: number,
  ready: Ready,
  instead: number | null,
]

const CASES: Case[] = [
  ["a role's bucket is free", "add_role", FEW, { role: NOW, patch: NOW }, null],
  ["it was free long ago", "add_role", FEW, { role: 0, patch: 0 }, null],
  ["only the role's bucket is full", "add_role", FEW, { role: LATER, patch: NOW }, 1],
  ["the same, for a role that goes", "remove_role", FEW, { role: LATER, patch: NOW }, 1],
  ["both are full, PATCH for less long", "add_role", FEW, { role: LATER, patch: SOON }, 1],
  ["both are full, PATCH for longer", "add_role", FEW, { role: SOON, patch: LATER }, null],
  ["both are full for as long", "add_role", FEW, { role: SOON, patch: SOON }, null],
  ["all of a new window is under way", "add_role", FEW, { role: Infinity, patch: NOW }, 1],
  ["of both windows", "add_role", FEW, { role: Infinity, patch: Infinity }, null],
  ["a PATCH was refused", "add_role", Infinity, { role: LATER, patch: NOW }, null],
  ["PATCH is free", "set_roles", 1, { role: NOW, patch: NOW }, null],
  ["another took PATCH's last slot", "set_roles", 1, { role: SOON, patch: LATER }, FEW],
  ["PATCH is full, the other as well", "set_roles", 1, { role: LATER, patch: SOON }, null],
  ["many roles are to change", "set_roles", FEW, { role: NOW, patch: LATER }, null],
  ["somebody joins", "join", FEW, { role: LATER, patch: NOW }, null],
  ["somebody is read", "read_member", FEW, { role: LATER, patch: NOW }, null],
  ["somebody is kicked", "kick", FEW, { role: LATER, patch: NOW }, null],
]

it.each(CASES)("%s: %s", (_what, call, patchFrom, ready, instead) => {
  expect(wayAround(call, patchFrom, ready, NOW)).toBe(instead)
})

it.each<[what: string, ready: Ready, patchFrom: number]>([
  ["both are free", { role: NOW, patch: NOW }, FEW],
  // The two are asked one after the other.
  ["both are free, asked in two milliseconds", { role: NOW, patch: NOW - 1 }, FEW],
  ["the role's bucket is full", { role: LATER, patch: NOW }, 1],
  ["both are full, PATCH for less long", { role: LATER, patch: SOON }, 1],
  ["both are full, PATCH for longer", { role: SOON, patch: LATER }, FEW],
  ["both are full for as long", { role: SOON, patch: SOON }, FEW],
  ["all of a new window is under way", { role: Infinity, patch: NOW }, 1],
])("bulk work, when %s", (_what, ready, patchFrom) => {
  expect(patchFromInBulk(ready, NOW)).toBe(patchFrom)
})
