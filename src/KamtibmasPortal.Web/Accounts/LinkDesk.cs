using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Web.Accounts;

/// <summary>A link just made: its secret is known now and never again.</summary>
public sealed record NewLink(AccountLink Link, string Secret);

/// <summary>Invitations and new passwords, by links that work once.</summary>
public sealed class LinkDesk(PortalDbContext db, UserManager<Editor> users, EditorAccounts accounts, SessionBook sessions, AuditTrail trail, TimeProvider clock)
{
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(3);
    public static readonly TimeSpan ResetLasts = TimeSpan.FromHours(2);

    /// <summary>Somebody who asks again within it gets no second letter.</summary>
    private static readonly TimeSpan s_betweenLetters = TimeSpan.FromMinutes(10);

    private const int SecretBytes = 32;

    /// <summary>Invitations that wait to be accepted, the newest first.</summary>
    public Task<List<AccountLink>> WaitingAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.AccountLinks.AsNoTracking().Where(l => l.Purpose == LinkPurpose.Invitation && l.ExpiresAt > now).OrderByDescending(l => l.MadeAt).ToListAsync(cancellation);
    }

    /// <summary>An invitation; an earlier one to the same address is worth nothing from then on.</summary>
    /// <returns>The link, or what is wrong with the address.</returns>
    public async Task<(NewLink? Made, IReadOnlyList<IdentityError> Faults)> InviteAsync(string email, string role, string by, CancellationToken cancellation)
    {
        var faults = await accounts.FaultsOfAsync(email);
        return faults.Count > 0 ? (null, faults) : (await MakeAsync(LinkPurpose.Invitation, email, role, by, InvitationLasts, AuditActs.Invite, cancellation), []);
    }

    /// <summary>A link to a new password for somebody who forgot it.</summary>
    public Task<NewLink> ResetAsync(Editor editor, string by, CancellationToken cancellation) =>
        MakeAsync(LinkPurpose.PasswordReset, editor.Email!, role: null, by, ResetLasts, AuditActs.ResetLink, cancellation);

    /// <summary>The same for somebody who asks without signing in; null when there is no such account, or it has just been asked for.</summary>
    public async Task<NewLink?> ForgottenAsync(string email, CancellationToken cancellation)
    {
        if (await users.FindByEmailAsync(email) is not { DeactivatedAt: null } editor)
        {
            return null;
        }

        var since = (clock.GetUtcNow() - s_betweenLetters).UtcDateTime;
        return await db.AccountLinks.AnyAsync(l => l.Purpose == LinkPurpose.PasswordReset && l.Email == editor.Email && l.MadeAt > since, cancellation) ? null : await ResetAsync(editor, editor.Email!, cancellation);
    }

    /// <returns>False when it is not there any more.</returns>
    public async Task<bool> WithdrawAsync(Guid id, string by, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.AccountLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Id == id && l.Purpose == LinkPurpose.Invitation, cancellation) is not { } link || !await TakeAsync(link, cancellation))
        {
            return false;
        }

        db.AuditEntries.Add(trail.Entry(by, AuditActs.WithdrawInvitation, link.Email, before: link.Role));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>The link of a secret; null when it was used, withdrawn or expired, or never was.</summary>
    public Task<AccountLink?> FindAsync(string secret, CancellationToken cancellation)
    {
        var (hash, now) = (HashOf(secret), clock.GetUtcNow().UtcDateTime);
        return db.AccountLinks.AsNoTracking().FirstOrDefaultAsync(l => l.SecretSha256 == hash && l.ExpiresAt > now, cancellation);
    }

    /// <summary>Uses a link up: the invited account is made, or the password is replaced.</summary>
    /// <returns>Null when the link is worth nothing; empty when it was done; otherwise what is wrong with the password.</returns>
    public async Task<IReadOnlyList<IdentityError>?> UseAsync(string secret, string password, CancellationToken cancellation)
    {
        if (await FindAsync(secret, cancellation) is not { } link)
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await TakeAsync(link, cancellation))
        {
            return null;
        }

        var faults = link.Purpose is LinkPurpose.Invitation
            ? await accounts.AddAsync(link.Email, password, link.Role!, trail.Entry(link.Email, AuditActs.Join, link.Email, link.MadeBy, after: link.Role))
            : await ReplacePasswordAsync(link, password, cancellation);
        if (faults is { Count: 0 })
        {
            await transaction.CommitAsync(cancellation);
        }

        return faults;
    }

    private async Task<IReadOnlyList<IdentityError>?> ReplacePasswordAsync(AccountLink link, string password, CancellationToken cancellation)
    {
        if (await users.FindByEmailAsync(link.Email) is not { DeactivatedAt: null } editor)
        {
            return null;
        }

        var faults = await accounts.SetPasswordAsync(editor, password);
        if (faults.Count == 0)
        {
            await sessions.EndAllAsync(editor.Id, but: null, cancellation);
            db.AuditEntries.Add(trail.Entry(link.Email, AuditActs.PasswordReset, link.Email, link.MadeBy));
            await db.SaveChangesAsync(cancellation);
        }

        return faults;
    }

    private async Task<NewLink> MakeAsync(LinkPurpose purpose, string email, string? role, string by, TimeSpan lasts, string act, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var link = new AccountLink
        {
            Id = Guid.CreateVersion7(now),
            Purpose = purpose,
            Email = email,
            Role = role,
            SecretSha256 = HashOf(secret),
            MadeBy = by,
            MadeAt = now.UtcDateTime,
            ExpiresAt = (now + lasts).UtcDateTime,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.AccountLinks.Where(l => l.ExpiresAt <= link.MadeAt || (l.Purpose == purpose && l.Email == email)).ExecuteDeleteAsync(cancellation);
        db.AccountLinks.Add(link);
        db.AuditEntries.Add(trail.Entry(by, act, email, after: role));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new NewLink(link, secret);
    }

    /// <summary>Of two who use a link at the same moment one gets it.</summary>
    private async Task<bool> TakeAsync(AccountLink link, CancellationToken cancellation) => await db.AccountLinks.Where(l => l.Id == link.Id).ExecuteDeleteAsync(cancellation) == 1;

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
