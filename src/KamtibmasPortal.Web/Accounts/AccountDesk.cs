using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Web.Accounts;

public enum AccountAnswer { Done, NotFound, NothingToDo, LastAdministrator }

/// <summary>An account as administrators see it.</summary>
public sealed record AccountRow(Editor Editor, string Role, bool HasPasskey, DateTime? SeenAt, int Sessions);

/// <summary>What administrators do with accounts; each act is audited.</summary>
public sealed class AccountDesk(PortalDbContext db, UserManager<Editor> users, SessionBook sessions, AuditTrail trail, TimeProvider clock)
{
    /// <summary>Open ones first, by address.</summary>
    public async Task<IReadOnlyList<AccountRow>> AllAsync(CancellationToken cancellation)
    {
        var editors = await db.Users.AsNoTracking().OrderBy(u => u.DeactivatedAt != null).ThenBy(u => u.Email).ToListAsync(cancellation);
        var roles = await (from held in db.UserRoles join role in db.Roles on held.RoleId equals role.Id select new { held.UserId, role.Name }).ToListAsync(cancellation);
        var keys = await db.UserPasskeys.Select(p => p.UserId).Distinct().ToListAsync(cancellation);
        var seen = await db.EditorSessions.GroupBy(s => s.EditorId).Select(g => new { g.Key, At = g.Max(s => s.SeenAt), Count = g.Count() }).ToDictionaryAsync(g => g.Key, cancellation);
        return
        [
            .. editors.Select(e => new AccountRow(
                e, roles.FirstOrDefault(r => r.UserId == e.Id)?.Name ?? "", keys.Contains(e.Id), seen.GetValueOrDefault(e.Id)?.At, seen.GetValueOrDefault(e.Id)?.Count ?? 0)),
        ];
    }

    public async Task<AccountRow?> FindAsync(string id, CancellationToken cancellation) => (await AllAsync(cancellation)).FirstOrDefault(a => a.Editor.Id == id);

    public Task<AccountAnswer> ChangeRoleAsync(string id, string role, string by, CancellationToken cancellation) => ChangeAsync(id, async (editor, old) =>
    {
        if (old == role)
        {
            return AccountAnswer.NothingToDo;
        }

        if (old == EditorRoles.Administrator && await IsLastAsync(id, cancellation))
        {
            return AccountAnswer.LastAdministrator;
        }

        await users.RemoveFromRolesAsync(editor, await users.GetRolesAsync(editor)).DemandAsync();
        await users.AddToRoleAsync(editor, role).DemandAsync();

        // The cookies that stand carry the old role: who holds one signs in again.
        await sessions.EndAllAsync(id, but: null, cancellation);
        db.AuditEntries.Add(trail.Entry(by, AuditActs.Role, editor.Email!, before: old, after: role));
        return AccountAnswer.Done;
    }, cancellation);

    public Task<AccountAnswer> DeactivateAsync(string id, string by, CancellationToken cancellation) => ChangeAsync(id, async (editor, role) =>
    {
        if (editor.DeactivatedAt is not null)
        {
            return AccountAnswer.NothingToDo;
        }

        if (role == EditorRoles.Administrator && await IsLastAsync(id, cancellation))
        {
            return AccountAnswer.LastAdministrator;
        }

        editor.DeactivatedAt = clock.GetUtcNow().UtcDateTime;
        await users.UpdateSecurityStampAsync(editor).DemandAsync();
        await sessions.EndAllAsync(id, but: null, cancellation);
        await db.AccountLinks.Where(l => l.Email == editor.Email).ExecuteDeleteAsync(cancellation);
        db.AuditEntries.Add(trail.Entry(by, AuditActs.Deactivate, editor.Email!, before: "Active", after: "Inactive"));
        return AccountAnswer.Done;
    }, cancellation);

    public Task<AccountAnswer> ReactivateAsync(string id, string by, CancellationToken cancellation) => ChangeAsync(id, async (editor, _) =>
    {
        if (editor.DeactivatedAt is null)
        {
            return AccountAnswer.NothingToDo;
        }

        editor.DeactivatedAt = null;
        await users.UpdateAsync(editor).DemandAsync();
        db.AuditEntries.Add(trail.Entry(by, AuditActs.Reactivate, editor.Email!, before: "Inactive", after: "Active"));
        return AccountAnswer.Done;
    }, cancellation);

    /// <summary>For somebody who lost the phone and the recovery codes: from then on the password alone opens the account.</summary>
    public Task<AccountAnswer> RemoveTwoFactorAsync(string id, string by, CancellationToken cancellation) => ChangeAsync(id, async (editor, _) =>
    {
        if (!editor.TwoFactorEnabled)
        {
            return AccountAnswer.NothingToDo;
        }

        await users.SetTwoFactorEnabledAsync(editor, false).DemandAsync();
        await users.ResetAuthenticatorKeyAsync(editor).DemandAsync();
        await sessions.EndAllAsync(id, but: null, cancellation);
        db.AuditEntries.Add(trail.Entry(by, AuditActs.TwoFactorOff, editor.Email!));
        return AccountAnswer.Done;
    }, cancellation);

    public Task<AccountAnswer> EndSessionsAsync(string id, string by, CancellationToken cancellation) => ChangeAsync(id, async (editor, _) =>
    {
        var ended = await sessions.EndAllAsync(id, but: null, cancellation);
        if (ended == 0)
        {
            return AccountAnswer.NothingToDo;
        }

        db.AuditEntries.Add(trail.Entry(by, AuditActs.SessionsEnd, editor.Email!, FormattableString.Invariant($"{ended}")));
        return AccountAnswer.Done;
    }, cancellation);

    private async Task<AccountAnswer> ChangeAsync(string id, Func<Editor, string, Task<AccountAnswer>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);

        // Two administrators who demote each other at the same moment must not both succeed.
        await db.LockAccountsAsync(cancellation);
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancellation) is not { } editor)
        {
            return AccountAnswer.NotFound;
        }

        var answer = await change(editor, (await users.GetRolesAsync(editor)).FirstOrDefault() ?? "");
        if (answer is AccountAnswer.Done)
        {
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return answer;
    }

    private async Task<bool> IsLastAsync(string id, CancellationToken cancellation) => !await (
        from held in db.UserRoles
        join role in db.Roles on held.RoleId equals role.Id
        join editor in db.Users on held.UserId equals editor.Id
        where role.Name == EditorRoles.Administrator && editor.Id != id && editor.DeactivatedAt == null
        select held).AnyAsync(cancellation);
}
