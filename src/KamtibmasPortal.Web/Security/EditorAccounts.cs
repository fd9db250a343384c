using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Web.Security;

/// <summary>Makes accounts of editors and sets their passwords.</summary>
public sealed class EditorAccounts(UserManager<Editor> users, RoleManager<IdentityRole> roles, PortalDbContext db, AuditTrail trail, TimeProvider clock)
{
    public Task<bool> AnyAsync(CancellationToken cancellation) => users.Users.AnyAsync(cancellation);

    /// <summary>What stands in the way of an account with this address, whatever its password.</summary>
    public async Task<IReadOnlyList<IdentityError>> FaultsOfAsync(string email)
    {
        var faults = new List<IdentityError>();
        foreach (var validator in users.UserValidators)
        {
            faults.AddRange((await validator.ValidateAsync(users, New(email))).Errors);
        }

        return faults;
    }

    /// <summary>Empty when the account was made; otherwise what stood in the way.</summary>
    /// <param name="email">Address and name of the account.</param>
    /// <param name="password">Its first password.</param>
    /// <param name="role">One of <see cref="EditorRoles"/>.</param>
    /// <param name="by">Who makes it, for the audit.</param>
    public async Task<IReadOnlyList<IdentityError>> CreateAsync(string email, string password, string role, string by = AuditActs.Shell)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var faults = await AddAsync(email, password, role, trail.Entry(by, AuditActs.Create, email, after: role));
        if (faults.Count == 0)
        {
            await transaction.CommitAsync();
        }

        return faults;
    }

    /// <summary>Within the caller's transaction, which must not be committed when there are faults.</summary>
    public async Task<IReadOnlyList<IdentityError>> AddAsync(string email, string password, string role, AuditEntry audit)
    {
        foreach (var name in EditorRoles.All)
        {
            if (!await roles.RoleExistsAsync(name))
            {
                await roles.CreateAsync(new IdentityRole(name));
            }
        }

        var editor = New(email);
        var made = await users.CreateAsync(editor, password);
        var named = made.Succeeded ? await users.AddToRoleAsync(editor, role) : made;
        if (named.Succeeded)
        {
            db.AuditEntries.Add(audit);
            await db.SaveChangesAsync();
        }

        return [.. named.Errors];
    }

    /// <summary>Empty when the account has the new password; otherwise what is wrong with it, and nothing was changed.</summary>
    public async Task<IReadOnlyList<IdentityError>> SetPasswordAsync(Editor editor, string password)
    {
        var faults = new List<IdentityError>();
        foreach (var validator in users.PasswordValidators)
        {
            faults.AddRange((await validator.ValidateAsync(users, editor, password)).Errors);
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        editor.PasswordHash = users.PasswordHasher.HashPassword(editor, password);
        return [.. (await users.UpdateSecurityStampAsync(editor)).Errors];
    }

    private Editor New(string email) => new() { UserName = email, Email = email, EmailConfirmed = true, CreatedAt = clock.GetUtcNow().UtcDateTime };
}
