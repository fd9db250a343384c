using System.Net;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>The page of all acts, and its table to take along.</summary>
public sealed class AuditPageTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Administrators_read_all_editors_all_but_accounts_and_contributors_nothing()
    {
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        using var contributor = await DeskVisitor.EnterAsync(portal, EditorRoles.Contributor);
        await AddAsync(AuditActs.Publish, "pos-ronda-7");

        foreach (var address in new[] { "/redaksi/audit", "/redaksi/audit/ekspor.csv" })
        {
            var all = await administrator.PageAsync(address);
            Assert.Contains(contributor.Email, all, StringComparison.Ordinal);
            Assert.Contains(AuditRoom.ActOf(AuditActs.Create), all, StringComparison.Ordinal);
            var some = await editor.PageAsync(address);
            Assert.Contains("pos-ronda-7", some, StringComparison.Ordinal);
            Assert.DoesNotContain(contributor.Email, some, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await contributor.Client.GetAsync(address, Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task A_question_stays_in_the_form_and_in_the_table_s_address()
    {
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        await AddAsync(AuditActs.Reject, "sumur-tua-9");
        await AddAsync(AuditActs.Publish, "sumur-baru-9");

        var page = await administrator.PageAsync("/redaksi/audit?tindakan=article.reject&kata=SUMUR&sejak=1899-01-01&sampai=9999-12-31&siapa=%00");

        Assert.Contains("sumur-tua-9", page, StringComparison.Ordinal);
        Assert.DoesNotContain("sumur-baru-9", page, StringComparison.Ordinal);
        Assert.Contains("/redaksi/audit/ekspor.csv?tindakan=article.reject&amp;kata=SUMUR", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.Client.GetAsync("/redaksi/audit?lanjut=bukan", Stop)).StatusCode);
    }

    [Fact]
    public async Task The_table_runs_nothing_in_a_spreadsheet()
    {
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        await AddAsync(AuditActs.Publish, "=HYPERLINK(\"http://contoh.example\")", "+62 dan, \"kutipan\"");

        var bytes = await administrator.Client.GetByteArrayAsync("/redaksi/audit/ekspor.csv?kata=HYPERLINK", Stop);
        var table = System.Text.Encoding.UTF8.GetString(bytes);

        Assert.StartsWith("\uFEFFat,editor,act", table, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://contoh.example\"\")\"", table, StringComparison.Ordinal);
        Assert.Contains("\"'+62 dan, \"\"kutipan\"\"\"", table, StringComparison.Ordinal);
    }

    private async Task AddAsync(string act, string subject, string? detail = null)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.AuditEntries.Add(new News.Editing.AuditTrail(TimeProvider.System).Entry("siti@contoh.id", act, subject, detail));
        await db.SaveChangesAsync(Stop);
    }
}
