using System.Buffers.Text;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Accounts;
using KamtibmasPortal.Web.Pages.Editing;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Accounts;

/// <summary>The own account: password, second factors, passkeys, sessions.</summary>
[Authorize(Policy = DeskPolicies.OwnAccount)]
public sealed class OwnModel(OwnAccount own, SessionBook sessions) : DeskPage
{
    private const int LongestInput = 256;
    private const int LongestCredential = 16_000;

    public Editor Editor { get; private set; } = null!;
    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];
    public IReadOnlyList<EditorSession> Sessions { get; private set; } = [];
    public Guid? Present { get; private set; }
    public IReadOnlyList<string> Faults { get; private set; } = [];
    public bool PasskeyFailed { get; private set; }
    public string? Result { get; private set; }

    public string Role => EditorRoles.All.First(User.IsInRole);

    public Task<IActionResult> OnGetAsync([FromQuery(Name = Addresses.ResultParameter)] string? result, CancellationToken cancellation)
    {
        Result = Texts.OwnAccount.Result(result);
        return ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostPasswordAsync([FromForm] string? present, [FromForm] string? wanted, [FromForm] string? again, CancellationToken cancellation)
    {
        if (wanted is not { Length: > 0 and <= LongestInput } || wanted != again)
        {
            Faults = [Texts.OwnAccount.NotAlike];
            return await ShowAsync(cancellation);
        }

        switch (await own.ChangePasswordAsync(User, present is { Length: <= LongestInput } ? present : null, wanted, cancellation))
        {
            case { Count: 0 }:
                return Back("sandi");
            case null:
                Faults = [Texts.OwnAccount.WrongPresent];
                break;
            case var faults:
                Faults = [.. faults.Select(f => f.Description).Distinct(StringComparer.Ordinal)];
                break;
        }

        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await own.PasskeyOptionsAsync(User), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm] string? credential, [FromForm] string? name, CancellationToken cancellation)
    {
        var called = new string([.. (name ?? "").Where(c => !char.IsControl(c))]).Trim();
        called = called.Length is 0 ? Texts.OwnAccount.PasskeyUnnamed : called.Length <= OwnAccount.LongestName ? called : called[..OwnAccount.LongestName];
        if (credential is { Length: > 0 and <= LongestCredential } && await own.AddPasskeyAsync(User, credential, called, cancellation))
        {
            return Back("kunci");
        }

        PasskeyFailed = true;
        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostPasskeyRemoveAsync([FromForm] string? id, CancellationToken cancellation) =>
        await own.RemovePasskeyAsync(User, id, cancellation) ? Back("kunci-hapus") : NotFound();

    /// <summary>One session, or without its id all others.</summary>
    public async Task<IActionResult> OnPostSessionAsync([FromForm] Guid? id, CancellationToken cancellation) =>
        Back(await own.EndSessionsAsync(User, id, cancellation) > 0 ? "sesi" : "sesi-tiada");

    public static string KeyOf(UserPasskeyInfo key) => Base64Url.EncodeToString(key.CredentialId);

    private LocalRedirectResult Back(string word) => LocalRedirect($"{Addresses.Own}?{Addresses.ResultParameter}={word}");

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        Editor = await own.EditorAsync(User);
        Passkeys = [.. await own.PasskeysAsync(Editor)];
        Sessions = await sessions.OfAsync(Editor.Id, cancellation);
        Present = SessionBook.IdOf(User);
        Head = new PageHead(Texts.OwnAccount.Heading, Addresses.Own);
        return Page();
    }
}
