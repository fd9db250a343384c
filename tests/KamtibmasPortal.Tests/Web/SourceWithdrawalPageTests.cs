using System.Net;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>A whole source is withdrawn: shown before, public with its reason after, and taken back.</summary>
public sealed class SourceWithdrawalPageTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Reason = "Penerbit mencabut seluruh terbitannya secara tertulis.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_public_reads_why_and_the_act_is_undone()
    {
        var article = await portal.StoreAsync("dicabut", "Polsek Tegal Timur Gelar Ronda\n\nTEGAL - Polsek Tegal Timur mengajak warga menghidupkan ronda malam, Senin (6/5/2024). Jadwal disusun bersama ketua RT.", Trust.Publish, Display.FullText);
        var source = await RowsAsync(async db =>
        {
            var found = await db.Sources.SingleAsync(s => s.Name == "dicabut", Stop);
            found.IsPaused = false;
            await db.SaveChangesAsync(Stop);
            return found.Id;
        });
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var page = $"/redaksi/sumber/{source}/tarik";
        var shown = WebUtility.HtmlDecode(await editor.PageAsync(page));
        Assert.Contains("1 berita yang sedang terbit akan ditarik.", shown, StringComparison.Ordinal);
        Assert.Contains("Polsek Tegal Timur Gelar Ronda", shown, StringComparison.Ordinal);

        foreach (var wrong in new[] { "", "terlalu pendek", new string('x', 1001) })
        {
            using var refused = await editor.SendAsync(page, page, ("reason", wrong));
            var told = await refused.Content.ReadAsStringAsync(Stop);
            Assert.Contains("Tulis alasannya", told, StringComparison.Ordinal);
            Assert.Contains($">{wrong}</textarea>", told, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await portal.Client.GetAsync($"/artikel/{article}", Stop)).StatusCode);
        using var begun = await editor.SendAsync(page, page, ("reason", Reason), ("pause", "true"));
        var act = begun.Headers.Location!.OriginalString;
        Assert.Contains("1 berita ditarik.", await editor.PageAsync(act), StringComparison.Ordinal);
        Assert.True(await RowsAsync(db => db.Sources.Where(s => s.Id == source).Select(s => s.IsPaused).SingleAsync(Stop)));

        using var gone = await portal.Client.GetAsync($"/artikel/{article}", Stop);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains(Reason, await gone.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        var log = await portal.TextAsync("/ralat");
        Assert.Contains("Penarikan seluruh berita satu sumber", log, StringComparison.Ordinal);
        Assert.Contains(Reason, log, StringComparison.Ordinal);
        Assert.Contains("1 berita tidak lagi ditampilkan.", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Gelar Ronda", log, StringComparison.Ordinal);

        using var undone = await editor.SendAsync(act, act);
        Assert.Contains("1 berita dikembalikan.", await editor.PageAsync(act), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await portal.Client.GetAsync($"/artikel/{article}", Stop)).StatusCode);
        Assert.Contains("Penarikan ini dibatalkan", await portal.TextAsync("/ralat"), StringComparison.Ordinal);
        var acts = await RowsAsync(db => db.AuditEntries.Where(a => a.Subject == "dicabut").OrderBy(a => a.At).Select(a => a.Act).ToListAsync(Stop));
        Assert.Equal(["source.Pause", "source.withdraw", "source.withdraw-undo"], acts);
    }

    [Fact]
    public async Task A_contributor_withdraws_nothing_and_a_source_without_articles_has_nothing_to_withdraw()
    {
        var source = await RowsAsync(async db =>
        {
            var empty = new Source { Id = Guid.CreateVersion7(), Name = "hampa", Kind = SourceKind.Feed, Address = "https://hampa.example/feed", Publisher = "Hampa" };
            db.Sources.Add(empty);
            await db.SaveChangesAsync(Stop);
            return empty.Id;
        });
        var page = $"/redaksi/sumber/{source}/tarik";
        using var contributor = await DeskVisitor.EnterAsync(portal, EditorRoles.Contributor);
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);

        Assert.DoesNotContain("/tarik", await contributor.PageAsync($"/redaksi/sumber/{source}"), StringComparison.Ordinal);
        using var refused = await contributor.SendAsync("/redaksi/sumber", page, ("reason", Reason));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Tidak ada berita yang sedang terbit", await editor.PageAsync(page), StringComparison.Ordinal);
        using var nothing = await editor.SendAsync("/redaksi/sumber", page, ("reason", Reason));
        Assert.Equal(HttpStatusCode.OK, nothing.StatusCode);
        Assert.False(await RowsAsync(db => db.BulkActs.AnyAsync(b => b.SourceId == source, Stop)));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.Client.GetAsync($"/redaksi/sumber/{Guid.NewGuid()}/tarik", Stop)).StatusCode);
        using var forged = await editor.SendAsync("/redaksi/sumber", "/redaksi/antrean/massal", ("kind", "Withdraw"), ("pilih", $"{Guid.NewGuid()}:{Guid.NewGuid()}"), ("confirmed", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    private async Task<T> RowsAsync<T>(Func<PortalDbContext, Task<T>> use)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }
}
