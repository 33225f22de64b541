import { describe, expect, it } from 'vitest';
import { may, permissions, type Permission } from '#domain/access/permissions.ts';
import { roles, rolesGivenBy, type Role } from '#domain/access/role.ts';

const of = (role: Role): Permission[] => permissions.filter((permission) => may(role, permission));

describe('what a role may do', () => {
  it('grows with the role: nobody may what an admin may not, and an owner may everything', () => {
    expect(of('owner')).toEqual(permissions);
    for (const role of roles) expect(of('admin')).toEqual(expect.arrayContaining(of(role)));
  });

  it('is to read, for a viewer', () => {
    expect(of('viewer')).toEqual(['workspace.read']);
  });

  it('parts those who write to many from those who answer one', () => {
    expect(may('marketer', 'campaign.launch') && !may('marketer', 'inbox.write')).toBe(true);
    expect(may('agent', 'inbox.write') && !may('agent', 'campaign.launch')).toBe(true);
  });

  it('keeps keys, members and settings to those who run the workspace', () => {
    for (const permission of ['account.write', 'member.manage', 'settings.write'] as const) {
      expect(roles.filter((role) => may(role, permission))).toEqual(['owner', 'admin']);
    }
  });
});

describe('roles that are given', () => {
  it('are all for an owner, all but owner for an admin, none for the others', () => {
    expect(roles.map((role) => rolesGivenBy(role).length)).toEqual([5, 4, 0, 0, 0]);
    expect(rolesGivenBy('admin')).not.toContain('owner');
  });
});
