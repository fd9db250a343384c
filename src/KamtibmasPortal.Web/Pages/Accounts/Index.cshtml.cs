using System.Net.Mail;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Accounts;
using KamtibmasPortal.Web.Pages.Editing;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Accounts;

/// <summary>All accounts, and the invitations that wait.</summary>
[Authorize(Policy = DeskPolicies.Administrators)]
public sealed class AccountsModel(AccountDesk desk, LinkDesk links, GuessLedger guesses, PostOffice post, PublicAddress address) : DeskPage
{
    private const int LongestEmail = 256;

    public IReadOnlyList<AccountRow> Accounts { get; private set; } = [];
    public IReadOnlyList<AccountLink> Waiting { get; private set; } = [];
    public IReadOnlyDictionary<string, int> Guesses { get; private set; } = new Dictionary<string, int>();
    public (AccountLink Link, string Address)? Made { get; private set; }
    public IReadOnlyList<string> Faults { get; private set; } = [];
    public string? Invited { get; private set; }
    public bool MailsLinks => post.IsOpen;
    public string? Result { get; private set; }

    public Task OnGetAsync([FromQuery(Name = Addresses.ResultParameter)] string? result, CancellationToken cancellation)
    {
        Result = Texts.AccountRoom.Result(result);
        return ShowAsync(cancellation);
    }

    /// <summary>Answers with the page itself: the link's secret is nowhere else, and must not stand in an address.</summary>
    public async Task<IActionResult> OnPostInviteAsync([FromForm] string? email, [FromForm] string? role, CancellationToken cancellation)
    {
        var wanted = email?.Trim() ?? "";
        if (role is null || !EditorRoles.All.Contains(role, StringComparer.Ordinal))
        {
            return BadRequest();
        }

        if (wanted.Length is 0 or > LongestEmail || !MailAddress.TryCreate(wanted, out _))
        {
            Faults = [Texts.Account.InvalidEmail(wanted)];
        }
        else
        {
            var (made, faults) = await links.InviteAsync(wanted, role, Email, cancellation);
            Faults = [.. faults.Select(f => f.Description).Distinct(StringComparer.Ordinal)];
            if (made is not null)
            {
                Made = (made.Link, address.Of(Addresses.AccountLink(made.Secret)));
                post.Take(new Errand(Made, null));
            }
        }

        Invited = Faults.Count > 0 ? wanted : null;
        await ShowAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromForm] Guid id, CancellationToken cancellation) =>
        LocalRedirect($"{Addresses.Accounts}?{Addresses.ResultParameter}={(await links.WithdrawAsync(id, Email, cancellation) ? "tarik" : "tetap")}");

    public static IEnumerable<string> Protections(AccountRow account)
    {
        if (account.Editor.TwoFactorEnabled)
        {
            yield return Texts.AccountRoom.TwoFactor;
        }

        if (account.HasPasskey)
        {
            yield return Texts.AccountRoom.Passkey;
        }

        if (!account.Editor.TwoFactorEnabled)
        {
            yield return Texts.AccountRoom.PasswordOnly;
        }
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Accounts = await desk.AllAsync(cancellation);
        Waiting = await links.WaitingAsync(cancellation);
        Guesses = await guesses.CountsAsync(Accounts.Select(a => a.Editor.Email!), cancellation);
        Head = new PageHead(Texts.AccountRoom.Heading, Addresses.Accounts);
    }
}
