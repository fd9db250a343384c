using System.Buffers.Text;
using System.Security.Claims;
using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Security;
using KamtibmasPortal.Web.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Storage;

namespace KamtibmasPortal.Web.Accounts;

/// <summary>What somebody does with the own account; each act is audited and leaves the session it is done in as it is.</summary>
public sealed class OwnAccount(
    UserManager<Editor> users, SignInManager<Editor> signIn, SignInDesk desk, EditorAccounts accounts, SessionBook sessions, PortalDbContext db, AuditTrail trail, PortalSettings portal)
{
    public const int CodesMade = 10;
    public const int MostPasskeys = 10;
    public const int LongestName = 60;

    public async Task<Editor> EditorAsync(ClaimsPrincipal user) => await users.GetUserAsync(user) ?? throw new InvalidOperationException("Signed in without an account.");

    /// <returns>Null when the present password is wrong; empty when it was changed; otherwise what is wrong with the new one.</returns>
    public async Task<IReadOnlyList<IdentityError>?> ChangePasswordAsync(ClaimsPrincipal user, string? present, string wanted, CancellationToken cancellation)
    {
        var editor = await EditorAsync(user);
        if (!await desk.KnowsPasswordAsync(editor, present, cancellation))
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var faults = await accounts.SetPasswordAsync(editor, wanted);
        if (faults.Count == 0)
        {
            await EndOthersAsync(editor, user, cancellation);
            await NoteAsync(editor, AuditActs.PasswordChange, null, transaction, cancellation);
        }

        return faults;
    }

    /// <summary>The key for the app: made at the first look, the same until it is used or replaced.</summary>
    public async Task<string> SecretAsync(Editor editor)
    {
        if (await users.GetAuthenticatorKeyAsync(editor) is { Length: > 0 } secret)
        {
            return secret;
        }

        await users.ResetAuthenticatorKeyAsync(editor).DemandAsync();
        return (await users.GetAuthenticatorKeyAsync(editor))!;
    }

    /// <summary>The same key as the apps read it from a picture (otpauth, Key URI Format).</summary>
    public string AppAddress(Editor editor, string secret)
    {
        var issuer = Uri.EscapeDataString(portal.Name);
        return $"otpauth://totp/{issuer}:{Uri.EscapeDataString(editor.Email!)}?secret={secret}&issuer={issuer}&digits={OneTimeCodes.Digits}";
    }

    /// <summary>The app has shown a right code: from now on the password alone does not open the account, and every other session ends.</summary>
    /// <returns>The recovery codes, to be shown once; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(ClaimsPrincipal user, string code, CancellationToken cancellation)
    {
        var editor = await EditorAsync(user);
        if (editor.TwoFactorEnabled || !await desk.UseCodeAsync(editor, code, cancellation))
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await users.SetTwoFactorEnabledAsync(editor, true).DemandAsync();
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(editor, CodesMade);
        if (SessionBook.IdOf(user) is { } session)
        {
            await sessions.ProveAsync(session, EntryWay.Code, cancellation);
        }

        await EndOthersAsync(editor, user, cancellation);
        await NoteAsync(editor, AuditActs.TwoFactorOn, null, transaction, cancellation);
        return [.. codes ?? []];
    }

    public async Task<bool> TurnOffAsync(ClaimsPrincipal user, string? password, CancellationToken cancellation)
    {
        var editor = await EditorAsync(user);
        if (!editor.TwoFactorEnabled || !await desk.KnowsPasswordAsync(editor, password, cancellation))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await users.SetTwoFactorEnabledAsync(editor, false).DemandAsync();
        await users.ResetAuthenticatorKeyAsync(editor).DemandAsync();
        await RenewAsync(editor, user);
        await NoteAsync(editor, AuditActs.TwoFactorOff, null, transaction, cancellation);
        return true;
    }

    /// <summary>New recovery codes; the old ones are worth nothing. Null when the password is wrong.</summary>
    public async Task<IReadOnlyList<string>?> NewCodesAsync(ClaimsPrincipal user, string? password, CancellationToken cancellation)
    {
        var editor = await EditorAsync(user);
        if (!editor.TwoFactorEnabled || !await desk.KnowsPasswordAsync(editor, password, cancellation))
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(editor, CodesMade);
        await NoteAsync(editor, AuditActs.RecoveryCodes, null, transaction, cancellation);
        return [.. codes ?? []];
    }

    public Task<int> CodesLeftAsync(Editor editor) => users.CountRecoveryCodesAsync(editor);

    public Task<IList<UserPasskeyInfo>> PasskeysAsync(Editor editor) => users.GetPasskeysAsync(editor);

    /// <summary>What the browser needs to make a passkey, as JSON.</summary>
    public async Task<string> PasskeyOptionsAsync(ClaimsPrincipal user)
    {
        var editor = await EditorAsync(user);
        return await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = editor.Id, Name = editor.Email!, DisplayName = editor.Email! });
    }

    public async Task<bool> AddPasskeyAsync(ClaimsPrincipal user, string credential, string name, CancellationToken cancellation)
    {
        var editor = await EditorAsync(user);
        try
        {
            var made = await signIn.PerformPasskeyAttestationAsync(credential);
            if (!made.Succeeded || made.UserEntity.Id != editor.Id || (await users.GetPasskeysAsync(editor)).Count >= MostPasskeys)
            {
                return false;
            }

            made.Passkey.Name = name;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            if (!(await users.AddOrUpdatePasskeyAsync(editor, made.Passkey)).Succeeded)
            {
                return false;
            }

            await NoteAsync(editor, AuditActs.PasskeyAdd, name, transaction, cancellation);
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or PasskeyException)
        {
            // No ceremony is underway any more, or what came is no answer to it.
            return false;
        }
    }

    public async Task<bool> RemovePasskeyAsync(ClaimsPrincipal user, string? id, CancellationToken cancellation)
    {
        var editor = await EditorAsync(user);
        if (id is null || !Base64Url.IsValid(id) || await users.GetPasskeyAsync(editor, Base64Url.DecodeFromChars(id)) is not { } key)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await users.RemovePasskeyAsync(editor, key.CredentialId).DemandAsync();
        await NoteAsync(editor, AuditActs.PasskeyRemove, key.Name, transaction, cancellation);
        return true;
    }

    /// <summary>Ends one session of the own account, or with null all but the present one.</summary>
    /// <returns>How many were ended.</returns>
    public async Task<int> EndSessionsAsync(ClaimsPrincipal user, Guid? session, CancellationToken cancellation)
    {
        var editor = await EditorAsync(user);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ended = session is { } id ? await sessions.EndAsync(editor.Id, id, cancellation) : await sessions.EndAllAsync(editor.Id, SessionBook.IdOf(user), cancellation);
        if (ended > 0)
        {
            await NoteAsync(editor, AuditActs.SessionsEnd, FormattableString.Invariant($"{ended}"), transaction, cancellation);
        }

        return ended;
    }

    private async Task EndOthersAsync(Editor editor, ClaimsPrincipal user, CancellationToken cancellation)
    {
        await sessions.EndAllAsync(editor.Id, SessionBook.IdOf(user), cancellation);
        await RenewAsync(editor, user);
    }

    private Task RenewAsync(Editor editor, ClaimsPrincipal user) => SessionBook.IdOf(user) is { } session ? desk.RenewAsync(editor, session) : Task.CompletedTask;

    private async Task NoteAsync(Editor editor, string act, string? detail, IDbContextTransaction transaction, CancellationToken cancellation)
    {
        db.AuditEntries.Add(trail.Entry(editor.Email!, act, editor.Email!, detail));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
