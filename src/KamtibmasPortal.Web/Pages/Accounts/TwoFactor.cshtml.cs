using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Accounts;
using KamtibmasPortal.Web.Pages.Editing;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using KamtibmasPortal.Web.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Accounts;

/// <summary>Sets up the second step, shows recovery codes once, and turns it off again.</summary>
[Authorize(Policy = DeskPolicies.OwnAccount)]
public sealed class TwoFactorModel(OwnAccount own, AccountSettings settings) : DeskPage
{
    private const int LongestInput = 256;

    public Editor Editor { get; private set; } = null!;
    public string Secret { get; private set; } = "";
    public QrSvg Picture { get; private set; } = new(0, "");
    public int CodesLeft { get; private set; }

    /// <summary>Fresh recovery codes: shown with this answer and never again.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public string? Fault { get; private set; }

    /// <summary>Nothing else is open until it is set up.</summary>
    public bool IsNeeded => settings.RequireTwoFactor && !User.HasClaim(c => c.Type == SessionBook.TwoFactorsClaim) && Codes is null;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostOnAsync([FromForm] string? code, CancellationToken cancellation)
    {
        var typed = new string([.. (code ?? "").Where(char.IsAsciiDigit).Take(OneTimeCodes.Digits + 1)]);
        Codes = await own.TurnOnAsync(User, typed, cancellation);
        Fault = Codes is null ? Texts.OwnAccount.WrongCode : null;
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostCodesAsync([FromForm] string? password, CancellationToken cancellation)
    {
        Codes = await own.NewCodesAsync(User, Short(password), cancellation);
        Fault = Codes is null ? Texts.OwnAccount.WrongPresent : null;
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostOffAsync([FromForm] string? password, CancellationToken cancellation)
    {
        if (await own.TurnOffAsync(User, Short(password), cancellation))
        {
            return LocalRedirect($"{Addresses.Own}?{Addresses.ResultParameter}=mati");
        }

        Fault = Texts.OwnAccount.WrongPresent;
        return await ShowAsync();
    }

    /// <summary>In groups of four, as people type.</summary>
    public string SecretInGroups => string.Join(' ', Secret.Chunk(4).Select(c => new string(c)));

    private static string? Short(string? password) => password is { Length: <= LongestInput } ? password : null;

    private async Task<IActionResult> ShowAsync()
    {
        Editor = await own.EditorAsync(User);
        if (Editor.TwoFactorEnabled)
        {
            CodesLeft = await own.CodesLeftAsync(Editor);
        }
        else
        {
            Secret = await own.SecretAsync(Editor);
            Picture = QrSvg.Of(own.AppAddress(Editor, Secret));
        }

        Head = new PageHead(Texts.OwnAccount.TwoFactorHeading, Addresses.Own);
        return Page();
    }
}
