using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>What residents are told of sources: the pulse in plain words, and no alarm about what only rests.</summary>
public sealed class PublicSourcesTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_shows_its_pulse_its_pace_and_why_it_can_not_be_read()
    {
        await AddAsync(new Source { Id = Guid.CreateVersion7(), Name = "Denyut", Kind = SourceKind.Auto, Address = "https://denyut.test/", Publisher = "Harian Denyut", IntervalMinutes = 12 }, FailureReason.Throttled);
        await AddAsync(new Source { Id = Guid.CreateVersion7(), Name = "Denyut baru", Kind = SourceKind.Sitemap, Address = "https://baru.test/", Publisher = "Harian Baru" }, null, hasRun: false);

        var page = await portal.TextAsync("/sumber");

        foreach (var words in new[] { "Harian Denyut", "Umpan RSS/Atom", "dibaca kira-kira setiap 12 menit", "baru saja", "Saat ini tidak dapat dibaca. Situs meminta kami menunggu.", "24 jam terakhir", "30 hari terakhir", "Belum pernah dibaca", "Peta situs" })
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Throttled", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia-429", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_rests_is_an_archive_or_a_sample_without_alarm_or_inner_names()
    {
        await AddAsync(new Source { Id = Guid.CreateVersion7(), Name = "Humas Lama (impor docs 54dba0)", Kind = SourceKind.Folder, Address = "/rahasia/dalam", Publisher = "Humas Lama", IsPaused = true }, FailureReason.FolderMissing);
        await AddAsync(new Source { Id = Guid.CreateVersion7(), Name = "Humas Lama (impor lain 99aa00)", Kind = SourceKind.Folder, Address = "/rahasia/lain", Publisher = "Humas Lama", IsPaused = true }, null);
        await AddAsync(new Source { Id = Guid.CreateVersion7(), Name = "Contoh fiksi", Kind = SourceKind.Folder, Address = "/rahasia/contoh", Publisher = "Pena Fiksi", IsPaused = true, IsSample = true }, null);

        var page = await portal.TextAsync("/sumber");
        var shelf = page[page.IndexOf("Arsip dan contoh", StringComparison.Ordinal)..];

        Assert.Equal(1, Count(shelf, "Humas Lama"));
        Assert.Contains("Contoh – artikel fiksi", shelf, StringComparison.Ordinal);
        foreach (var hidden in new[] { "impor", "54dba0", "Dijeda", "rahasia", "class=\"alarm\"", "Foldernya" })
        {
            Assert.DoesNotContain(hidden, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_pulse_counts_published_articles_only()
    {
        const string Text = "Warga Kota Tua Jaga Kampung\n\nJAKARTA - Warga bersama polsek menghidupkan ronda di tiga gang, Senin (6/5/2024). Regu dibagi dua putaran.";
        await portal.StoreAsync("terbit satu", Text, Trust.Publish, Display.FullText);
        await portal.StoreAsync("menunggu satu", Text.Replace("Tua", "Baru", StringComparison.Ordinal), Trust.Review, Display.FullText);

        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = db.Articles.First(a => a.Publisher == "Penerbit terbit satu").RankedAt.AddHours(30);
        var pulses = await scope.ServiceProvider.GetRequiredService<CatalogQueries>().PulseBySourceAsync(now, Stop);

        Assert.Equal(new SourcePulse(1, 1, 0), pulses[db.Sources.Single(s => s.Name == "terbit satu").Id]);
        Assert.False(pulses.ContainsKey(db.Sources.Single(s => s.Name == "menunggu satu").Id));
    }

    private async Task AddAsync(Source source, FailureReason? reason, bool hasRun = true)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.AddRange(source, new SourceState { SourceId = source.Id, ReadAs = source.Kind is SourceKind.Auto ? SourceKind.Feed : null });
        if (hasRun)
        {
            var run = new FetchRun { Id = Guid.CreateVersion7(), SourceId = source.Id, StartedAt = TimeProvider.System.GetUtcNow().UtcDateTime };
            run.Finish(run.StartedAt, reason, reason is null ? null : "rahasia-429");
            db.Add(run);
        }

        await db.SaveChangesAsync(Stop);
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;
}
