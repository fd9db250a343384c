using System.Net;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Tests.Web;

namespace KamtibmasPortal.Tests.Accounts;

/// <summary>Where a mail server is configured, links travel by mail.</summary>
public sealed partial class MailTests(MailTests.PortalWithMail portal) : IClassFixture<MailTests.PortalWithMail>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_is_mailed_and_shown()
    {
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        using var made = await administrator.SendAsync("/redaksi/akun", "/redaksi/akun?handler=Invite", ("email", "tamu@contoh.id"), ("role", EditorRoles.Editor));

        var letter = await portal.Mail.NextAsync(Stop);

        Assert.Contains("To: tamu@contoh.id", letter, StringComparison.Ordinal);
        Assert.Contains(Link().Match(letter).Value, await made.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    /// <summary>The page answers before anybody looks whether there is an account; a letter comes only to one that there is, and not again at once.</summary>
    [Fact]
    public async Task A_forgotten_password_is_answered_alike_and_mailed_to_accounts_alone()
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        using var visitor = DeskVisitor.Outside(portal);
        var answers = new List<string>();
        foreach (var email in new[] { "tiada@contoh.id", editor.Email, "", editor.Email, "tiada@contoh.id" })
        {
            using var answer = await visitor.SendAsync("/redaksi/lupa", "/redaksi/lupa", ("email", email));
            answers.Add($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}");
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.StartsWith("OK", answers[0], StringComparison.Ordinal);
        var letter = await portal.Mail.NextAsync(Stop);
        Assert.Contains($"To: {editor.Email}", letter, StringComparison.Ordinal);

        // The round goes on in order: a later errand's letter comes after whatever the earlier ones sent.
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        using var invited = await administrator.SendAsync("/redaksi/akun", "/redaksi/akun?handler=Invite", ("email", "penanda@contoh.id"), ("role", EditorRoles.Editor));
        Assert.Contains("To: penanda@contoh.id", await portal.Mail.NextAsync(Stop), StringComparison.Ordinal);

        var link = Link().Match(letter).Value;
        using var done = await visitor.SendAsync(link, link, ("password", "payung bambu kelabu"), ("again", "payung bambu kelabu"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    public sealed class PortalWithMail : RunningPortal
    {
        internal CannedMail Mail { get; } = new();

        protected override string[] MoreSettings => ["--Mail:Host=127.0.0.1", $"--Mail:Port={Mail.Port}", "--Mail:Security=None", "--Mail:From=redaksi@contoh.id"];
    }

    [GeneratedRegex("/redaksi/tautan/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
