using System.Security.Claims;
using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Web.Security;

public enum SignInAnswer { Refused, SecondStep, Entered }

/// <summary>Lets editors in. Neither the answer nor the time it takes tells whether an address has an account.</summary>
public sealed class SignInDesk(
    UserManager<Editor> users, SignInManager<Editor> signIn, IPasswordHasher<Editor> hasher, GuessLedger guesses, SessionBook sessions, PortalDbContext db, AuditTrail trail, TimeProvider clock)
{
    private const string StampClaim = "cap";
    private static readonly Editor s_nobody = new() { UserName = "nobody" };
    private static string? s_dummyHash;

    /// <summary>E-mail and password: the way in, or the first of two steps.</summary>
    public async Task<SignInAnswer> TryPasswordAsync(string email, string password, CancellationToken cancellation)
    {
        if (await guesses.TakeAsync(email, cancellation) is not { } guess)
        {
            SpendTheTimeOfACheck(password);
            return SignInAnswer.Refused;
        }

        var editor = await users.FindByEmailAsync(email);
        if (!Check(editor, password) || editor is null)
        {
            return SignInAnswer.Refused;
        }

        await guesses.GiveBackAsync(guess, cancellation);
        if (editor.TwoFactorEnabled)
        {
            await signIn.Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, HalfWay(editor));
            return SignInAnswer.SecondStep;
        }

        await EnterAsync(editor, EntryWay.Password);
        return SignInAnswer.Entered;
    }

    /// <summary>Whether the first step was taken in this browser, some minutes ago at most.</summary>
    public async Task<bool> IsHalfWayAsync() => await EditorHalfWayAsync() is not null;

    /// <summary>The second step: a code from the app, or one of the recovery codes.</summary>
    public async Task<bool> TryCodeAsync(string typed, CancellationToken cancellation)
    {
        if (await EditorHalfWayAsync() is not { } editor || await guesses.TakeAsync(editor.Email!, cancellation) is not { } guess)
        {
            return false;
        }

        var code = new string([.. typed.Where(c => !char.IsWhiteSpace(c))]).ToUpperInvariant();
        EntryWay? way = await UseCodeAsync(editor, code, cancellation) ? EntryWay.Code
            : code.Length > OneTimeCodes.Digits && (await users.RedeemTwoFactorRecoveryCodeAsync(editor, code)).Succeeded ? EntryWay.RecoveryCode
            : null;
        if (way is not { } entered)
        {
            return false;
        }

        await guesses.GiveBackAsync(guess, cancellation);
        await signIn.Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await EnterAsync(editor, entered);
        return true;
    }

    public async Task<bool> TryPasskeyAsync(string credential, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var answer = await signIn.PerformPasskeyAssertionAsync(credential);
            if (!answer.Succeeded || answer.User is not { DeactivatedAt: null } editor)
            {
                return false;
            }

            // The key's counter goes on: a copied key shows itself by it.
            await users.AddOrUpdatePasskeyAsync(editor, answer.Passkey);
            await EnterAsync(editor, EntryWay.Passkey);
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or PasskeyException)
        {
            // No ceremony is underway any more, or what came is no answer to it.
            return false;
        }
    }

    /// <summary>Whether a code of the account's app may be used now; it counts once, however many ask with it at the same moment.</summary>
    public async Task<bool> UseCodeAsync(Editor editor, string code, CancellationToken cancellation)
    {
        if (await users.GetAuthenticatorKeyAsync(editor) is not { Length: > 0 } secret || OneTimeCodes.StepOf(secret, code, clock.GetUtcNow(), editor.UsedCodeStep) is not { } step)
        {
            return false;
        }

        // With the stamp, so that nobody who read the account before writes the older step back.
        var stamp = Guid.NewGuid().ToString();
        if (await db.Users.Where(u => u.Id == editor.Id && u.UsedCodeStep < step).ExecuteUpdateAsync(s => s.SetProperty(u => u.UsedCodeStep, step).SetProperty(u => u.ConcurrencyStamp, stamp), cancellation) == 0)
        {
            return false;
        }

        await db.Entry(editor).ReloadAsync(cancellation);
        return true;
    }

    /// <summary>Whether this is the account's password, within the guesses that are left.</summary>
    public async Task<bool> KnowsPasswordAsync(Editor editor, string? password, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(password) || await guesses.TakeAsync(editor.Email!, cancellation) is not { } guess || !Check(editor, password))
        {
            return false;
        }

        await guesses.GiveBackAsync(guess, cancellation);
        return true;
    }

    /// <summary>Writes the cookie of a session anew, after something about the account has changed that it carries.</summary>
    public Task RenewAsync(Editor editor, Guid session) => signIn.SignInWithClaimsAsync(editor, isPersistent: false, [new Claim(SessionBook.IdClaim, session.ToString())]);

    public async Task SignOutAsync(CancellationToken cancellation)
    {
        var user = signIn.Context.User;
        if (SessionBook.IdOf(user) is { } session && users.GetUserId(user) is { } id && await sessions.EndAsync(id, session, cancellation) > 0)
        {
            db.AuditEntries.Add(trail.Entry(user.Identity?.Name ?? "", AuditActs.SignOut, user.Identity?.Name ?? ""));
            await db.SaveChangesAsync(cancellation);
        }

        await signIn.Context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private async Task EnterAsync(Editor editor, EntryWay way)
    {
        // Saved with the session, in one go.
        db.AuditEntries.Add(trail.Entry(editor.Email!, AuditActs.SignIn, editor.Email!, signIn.Context.Connection.RemoteIpAddress?.ToString(), after: way.ToString()));
        var session = await sessions.OpenAsync(editor, way, signIn.Context);
        await RenewAsync(editor, session.Id);
    }

    private static ClaimsPrincipal HalfWay(Editor editor) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, editor.Id), new Claim(StampClaim, editor.SecurityStamp ?? "")], IdentityConstants.TwoFactorUserIdScheme));

    private async Task<Editor?> EditorHalfWayAsync()
    {
        var cookie = await signIn.Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return cookie.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && await users.FindByIdAsync(id) is { DeactivatedAt: null, TwoFactorEnabled: true } editor
            && cookie.Principal.FindFirstValue(StampClaim) == editor.SecurityStamp ? editor : null;
    }

    /// <summary>The same work whether there is an account, whether it is closed, and whether it has a password.</summary>
    private bool Check(Editor? editor, string password)
    {
        if (editor is not { DeactivatedAt: null, PasswordHash: { } hash })
        {
            SpendTheTimeOfACheck(password);
            return false;
        }

        return hasher.VerifyHashedPassword(editor, hash, password) is not PasswordVerificationResult.Failed;
    }

    private void SpendTheTimeOfACheck(string password)
    {
        s_dummyHash ??= hasher.HashPassword(s_nobody, Guid.NewGuid().ToString());
        _ = hasher.VerifyHashedPassword(s_nobody, s_dummyHash, password);
    }
}
