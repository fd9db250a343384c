using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Accounts;
using KamtibmasPortal.Web.Pages.Editing;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Accounts;

/// <summary>One account, and what administrators can do with it.</summary>
[Authorize(Policy = DeskPolicies.Administrators)]
public sealed class AccountModel(AccountDesk desk, LinkDesk links, PublicAddress address) : DeskPage
{
    public AccountRow Account { get; private set; } = null!;
    public Editor Editor => Account.Editor;
    public (AccountLink Link, string Address)? Made { get; private set; }
    public string? Result { get; private set; }

    /// <summary>The acts on this account, in the audit.</summary>
    public string AuditAddress => new AuditQuery(null, null, Editor.Email, null, null, null).Address(Addresses.Audit);

    public Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = Addresses.ResultParameter)] string? result, CancellationToken cancellation)
    {
        Result = Texts.AccountRoom.Result(result);
        return ShowAsync(id, cancellation);
    }

    public async Task<IActionResult> OnPostRoleAsync(Guid id, [FromForm] string? role, CancellationToken cancellation) =>
        role is not null && EditorRoles.All.Contains(role, StringComparer.Ordinal)
            ? Back(id, await desk.ChangeRoleAsync(Key(id), role, Email, cancellation), "peran")
            : BadRequest();

    public async Task<IActionResult> OnPostDeactivateAsync(Guid id, CancellationToken cancellation) => Back(id, await desk.DeactivateAsync(Key(id), Email, cancellation), "nonaktif");

    public async Task<IActionResult> OnPostReactivateAsync(Guid id, CancellationToken cancellation) => Back(id, await desk.ReactivateAsync(Key(id), Email, cancellation), "aktif");

    public async Task<IActionResult> OnPostTwoFactorAsync(Guid id, CancellationToken cancellation) => Back(id, await desk.RemoveTwoFactorAsync(Key(id), Email, cancellation), "dua-langkah");

    public async Task<IActionResult> OnPostSessionsAsync(Guid id, CancellationToken cancellation) => Back(id, await desk.EndSessionsAsync(Key(id), Email, cancellation), "sesi");

    /// <summary>Answers with the page itself: the link's secret is nowhere else, and must not stand in an address.</summary>
    public async Task<IActionResult> OnPostResetAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(Key(id), cancellation) is not { Editor.DeactivatedAt: null } account)
        {
            return NotFound();
        }

        var made = await links.ResetAsync(account.Editor, Email, cancellation);
        Made = (made.Link, address.Of(Addresses.AccountLink(made.Secret)));
        return await ShowAsync(id, cancellation);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(Key(id), cancellation) is not { } account)
        {
            return NotFound();
        }

        Account = account;
        Head = new PageHead(account.Editor.Email!, Addresses.Accounts);
        return Page();
    }

    private IActionResult Back(Guid id, AccountAnswer answer, string done) =>
        answer is AccountAnswer.NotFound ? NotFound() : LocalRedirect($"{Addresses.Account(Key(id))}?{Addresses.ResultParameter}={Texts.AccountRoom.WordFor(answer, done)}");

    /// <summary>As Identity writes its ids.</summary>
    private static string Key(Guid id) => id.ToString();
}
