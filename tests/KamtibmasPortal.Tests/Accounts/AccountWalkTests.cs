using System.Net;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Web;
using KamtibmasPortal.Web.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Accounts;

/// <summary>Accounts from the invitation to their closing, through the pages alone.</summary>
public sealed partial class AccountWalkTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Chosen = "payung bambu kelabu";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_makes_one_account_once()
    {
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        using var guest = DeskVisitor.Outside(portal, $"{Guid.NewGuid():N}@contoh.id");
        var old = await InviteAsync(administrator, guest.Email, EditorRoles.Administrator);
        var link = await InviteAsync(administrator, guest.Email, EditorRoles.Contributor);
        Assert.Equal("404", await guest.AnswerOfAsync(old));
        Assert.Contains("Anda diundang sebagai kontributor", await guest.PageAsync(link), StringComparison.Ordinal);

        foreach (var (password, again) in new[] { (Chosen, Chosen + "!"), ("pendek", "pendek"), ("indonesia2026", "indonesia2026") })
        {
            using var refused = await guest.SendAsync(link, link, ("password", password), ("again", again));
            Assert.Equal((password, HttpStatusCode.OK), (password, refused.StatusCode));
            Assert.Contains("role=\"alert\"", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        var token = await guest.TokenAsync(link);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => guest.Client.PostAsync(link, new FormUrlEncodedContent([new("password", Chosen), new("again", Chosen), new("__formulir", token)]), Stop)));

        Assert.Equal("Found NotFound", string.Join(' ', answers.Select(a => a.StatusCode.ToString()).Order(StringComparer.Ordinal)));
        Assert.Equal("404", await guest.AnswerOfAsync(link));
        using var entered = await guest.SignInAsync(Chosen);
        Assert.Equal("/redaksi", entered.Headers.Location!.OriginalString);
        Assert.Equal("403", await guest.AnswerOfAsync("/redaksi/akun"));
        Assert.Equal(
            $"{AuditActs.Invite} {EditorRoles.Administrator} {administrator.Email}, {AuditActs.Invite} {EditorRoles.Contributor} {administrator.Email}, {AuditActs.Join} {EditorRoles.Contributor} {guest.Email}",
            string.Join(", ", (await EntriesAsync(guest.Email)).Where(e => e.Act != AuditActs.SignIn).Select(e => $"{e.Act} {e.After} {e.Editor}")));
    }

    [Fact]
    public async Task A_link_ends_by_itself_and_by_being_withdrawn()
    {
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        using var guest = DeskVisitor.Outside(portal);
        var expired = await InviteAsync(administrator, "lewat@contoh.id", EditorRoles.Editor);
        await RowsAsync(db => db.AccountLinks.Where(l => l.Email == "lewat@contoh.id").ExecuteUpdateAsync(u => u.SetProperty(l => l.ExpiresAt, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(-1)), Stop));
        var withdrawn = await InviteAsync(administrator, "tarik@contoh.id", EditorRoles.Editor);
        var id = await RowsAsync(db => db.AccountLinks.Where(l => l.Email == "tarik@contoh.id").Select(l => l.Id).SingleAsync(Stop));

        using var answer = await administrator.SendAsync("/redaksi/akun", "/redaksi/akun?handler=Withdraw", ("id", id.ToString()));

        Assert.Equal("/redaksi/akun?hasil=tarik", answer.Headers.Location!.OriginalString);
        Assert.Equal("404", await guest.AnswerOfAsync(expired));
        Assert.Equal("404", await guest.AnswerOfAsync(withdrawn));
        Assert.DoesNotContain(await RowsAsync(db => db.AccountLinks.Select(l => l.SecretSha256).ToListAsync(Stop)), s => withdrawn.Contains(s, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_in_again_when_it_is_opened()
    {
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var page = await AccountPageAsync(editor.Email);

        using var closed = await administrator.SendAsync(page, page + "?handler=Deactivate");
        Assert.Equal("/redaksi/masuk", await editor.AnswerOfAsync("/redaksi"));
        using var refused = await editor.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        using var opened = await administrator.SendAsync(page, page + "?handler=Reactivate");
        using var entered = await editor.SignInAsync();

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal([("Active", "Inactive"), ("Inactive", "Active")], (await EntriesAsync(editor.Email)).Where(e => e.Act is AuditActs.Deactivate or AuditActs.Reactivate).Select(e => (e.Before!, e.After!)));
    }

    [Fact]
    public async Task A_new_role_counts_at_once()
    {
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        var page = await AccountPageAsync(editor.Email);
        Assert.Equal("200", await editor.AnswerOfAsync("/redaksi/akun"));

        using var changed = await administrator.SendAsync(page, page + "?handler=Role", ("role", EditorRoles.Contributor));

        Assert.NotEqual("200", await editor.AnswerOfAsync("/redaksi/akun"));
        using var entered = await editor.SignInAsync();
        Assert.Equal("403", await editor.AnswerOfAsync("/redaksi/akun"));
        Assert.Equal((EditorRoles.Administrator, EditorRoles.Contributor), (await EntriesAsync(editor.Email)).Where(e => e.Act is AuditActs.Role).Select(e => (e.Before!, e.After!)).Single());
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_link_that_works_once()
    {
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        using var elsewhere = DeskVisitor.Outside(portal, editor.Email);
        var page = await AccountPageAsync(editor.Email);
        using var made = await administrator.SendAsync(page, page + "?handler=Reset");
        var link = LinkOf(await made.Content.ReadAsStringAsync(Stop));

        using var done = await elsewhere.SendAsync(link, link, ("password", Chosen), ("again", Chosen));

        Assert.Equal("/redaksi/masuk?hasil=sandi", done.Headers.Location!.OriginalString);
        Assert.Equal("/redaksi/masuk", await editor.AnswerOfAsync("/redaksi"));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.SignInAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.SignInAsync(Chosen)).StatusCode);
        Assert.Equal("404", await elsewhere.AnswerOfAsync(link));
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_one_by_one_or_all_others()
    {
        using var here = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        using var there = DeskVisitor.Outside(portal, here.Email);
        using var beyond = DeskVisitor.Outside(portal, here.Email);
        there.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36");
        using var second = await there.SignInAsync();
        using var third = await beyond.SignInAsync();
        var list = await here.PageAsync("/redaksi/saya");
        Assert.Contains("Chrome, Android", list, StringComparison.Ordinal);
        var sessions = SessionIds().Matches(list).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(2, sessions.Count);
        var theirs = await RowsAsync(db => db.EditorSessions.Where(s => s.Device.Contains("Android 14")).Select(s => s.Id).SingleAsync(Stop));

        using var one = await here.SendAsync("/redaksi/saya", "/redaksi/saya?handler=Session", ("id", theirs.ToString()));
        Assert.Equal(("/redaksi/masuk", "200", "200"), (await there.AnswerOfAsync("/redaksi"), await beyond.AnswerOfAsync("/redaksi"), await here.AnswerOfAsync("/redaksi")));
        using var others = await here.SendAsync("/redaksi/saya", "/redaksi/saya?handler=Session");

        Assert.Equal(("/redaksi/masuk", "200"), (await beyond.AnswerOfAsync("/redaksi"), await here.AnswerOfAsync("/redaksi")));
    }

    /// <summary>An id that somebody else's page shows is no key to that session.</summary>
    [Fact]
    public async Task Nobody_ends_another_s_session()
    {
        using var victim = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        using var other = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        var theirs = await RowsAsync(db => (from s in db.EditorSessions join e in db.Users on s.EditorId equals e.Id where e.Email == victim.Email select s.Id).SingleAsync(Stop));

        using var tried = await other.SendAsync("/redaksi/saya", "/redaksi/saya?handler=Session", ("id", theirs.ToString()));

        Assert.Equal("200", await victim.AnswerOfAsync("/redaksi"));
    }

    [Fact]
    public async Task A_new_password_needs_the_old_one_and_ends_the_other_sessions()
    {
        using var here = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        using var there = DeskVisitor.Outside(portal, here.Email);
        using var second = await there.SignInAsync();

        using var wrong = await here.SendAsync("/redaksi/saya", "/redaksi/saya?handler=Password", ("present", "bukan itu sandinya"), ("wanted", Chosen), ("again", Chosen));
        Assert.Equal("200", await there.AnswerOfAsync("/redaksi"));
        using var right = await here.SendAsync("/redaksi/saya", "/redaksi/saya?handler=Password", ("present", DeskVisitor.Password), ("wanted", Chosen), ("again", Chosen));

        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Equal("/redaksi/saya?hasil=sandi", right.Headers.Location!.OriginalString);
        Assert.Equal(("200", "/redaksi/masuk"), (await here.AnswerOfAsync("/redaksi"), await there.AnswerOfAsync("/redaksi")));
        Assert.Equal(HttpStatusCode.Redirect, (await there.SignInAsync(Chosen)).StatusCode);
    }

    [Fact]
    public async Task An_address_with_an_account_and_one_without_are_answered_alike()
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        using var known = DeskVisitor.Outside(portal, editor.Email);
        using var unknown = DeskVisitor.Outside(portal, $"{Guid.NewGuid():N}@contoh.id");
        var pages = new List<string>();
        for (var i = 0; i < GuessLedger.Allowed + 2; i++)
        {
            foreach (var visitor in new[] { known, unknown })
            {
                using var answer = await visitor.SignInAsync(i < GuessLedger.Allowed ? "tebakan yang salah" : DeskVisitor.Password);
                pages.Add($"{answer.StatusCode} {Tokens().Replace((await answer.Content.ReadAsStringAsync(Stop)).Replace(visitor.Email, "", StringComparison.Ordinal), "")}");
            }
        }

        Assert.Single(pages.Distinct(StringComparer.Ordinal));
        Assert.StartsWith("OK", pages[0], StringComparison.Ordinal);
    }

    private async Task<string> InviteAsync(DeskVisitor administrator, string email, string role)
    {
        using var made = await administrator.SendAsync("/redaksi/akun", "/redaksi/akun?handler=Invite", ("email", email), ("role", role));
        return LinkOf(await made.Content.ReadAsStringAsync(Stop));
    }

    private static string LinkOf(string page)
    {
        var link = Link().Match(page);
        Assert.True(link.Success, page);
        return link.Value;
    }

    private async Task<string> AccountPageAsync(string email) => "/redaksi/akun/" + await RowsAsync(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync(Stop));

    private Task<List<AuditEntry>> EntriesAsync(string email) => RowsAsync(db => db.AuditEntries.AsNoTracking().Where(e => e.Subject == email).OrderBy(e => e.Id).ToListAsync(Stop));

    private async Task<T> RowsAsync<T>(Func<PortalDbContext, Task<T>> use)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    [GeneratedRegex("/redaksi/tautan/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"id\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex SessionIds();

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"")]
    private static partial Regex Tokens();
}
