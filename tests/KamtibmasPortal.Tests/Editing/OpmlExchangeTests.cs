using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources.Opml;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Editing;

/// <summary>Sources go out and come in again without loss; what comes from elsewhere is held against what is there.</summary>
public sealed class OpmlExchangeTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task In_out_and_in_again_nothing_is_lost(StorageProvider provider)
    {
        await using var first = await stores.CreateAsync(provider);
        await using var second = await stores.CreateAsync(provider);
        await AddRegionsAsync(first);
        await AddRegionsAsync(second);
        var home = NewSource("Harian Khatulistiwa", SourceKind.Auto, "https://khatulistiwa.example/", s => (s.Trust, s.RegionCode, s.IntervalMinutes) = (Trust.Publish, "61.72", 30));
        var list = NewSource("Dinas “Pers” & Media", SourceKind.HtmlList, "https://dinas.example/berita?hal=1&urut=baru", s => (s.ItemSelector, s.Display, s.IsPaused, s.Publisher) = ("li > a[href^=\"/b\"]", Display.FullText, true, "Dinas"));
        var map = NewSource("Peta", SourceKind.Sitemap, "https://peta.example/sitemap.xml", _ => { });
        await first.RowsAsync(async db =>
        {
            db.AddRange(home, list, map, new SourceState { SourceId = home.Id, ReadAs = SourceKind.Feed, ReadFrom = "https://khatulistiwa.example/umpan.xml" });
            await db.SaveChangesAsync(Stop);
        });

        var written = await UseAsync(first, e => e.WriteAsync("Sumber", Stop));
        var read = OpmlReader.Read(written);
        Assert.Equal(("https://khatulistiwa.example/umpan.xml", "https://khatulistiwa.example/", "Kalimantan Barat / Kota Singkawang"), read.Entries.Where(e => e.Name == home.Name).Select(e => (e.XmlUrl!, e.HtmlUrl!, e.Category!)).Single());
        Assert.Equal(3, await UseAsync(second, e => e.AddAsync(read.Entries, keepsStanding: true, DeskVisit.Rani, Stop)));

        Assert.Equal(await SourcesAsync(first), await SourcesAsync(second));
        var again = OpmlReader.Read(await UseAsync(second, e => e.WriteAsync("Sumber", Stop))).Entries;
        // The list that was found is not known to the second portal before its first poll.
        Assert.Equal(read.Entries.Select(e => e with { XmlUrl = e.Address ?? e.XmlUrl, Address = null }), again);
        Assert.All(await UseAsync(first, e => e.LookAsync(read.Entries, keepsStanding: true, Stop)), o => Assert.True(o.IsKnown));
        Assert.Equal(3, await second.RowsAsync(db => db.AuditEntries.CountAsync(a => a.Act == "source.add" && a.Editor == DeskVisit.Rani, Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_comes_from_elsewhere_is_new_known_repeated_or_refused(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await store.RowsAsync(async db =>
        {
            db.Sources.Add(NewSource("Ada", SourceKind.Feed, "https://www.ada.example/feed/", _ => { }));
            await db.SaveChangesAsync(Stop);
        });
        OpmlEntry[] entries =
        [
            new() { Name = "Baru", XmlUrl = "https://baru.example/feed", Trust = Trust.Publish, Display = Display.FullText },
            new() { Name = "Sudah", XmlUrl = "http://ada.example/feed" },
            new() { Name = "Lagi", XmlUrl = "https://baru.example/feed?utm_source=x" },
            new() { Name = "ada", XmlUrl = "https://lain.example/feed" },
            new() { XmlUrl = "https://tanpa-nama.example/feed" },
            new() { Name = "Skrip", XmlUrl = "javascript:alert(1)" },
            new() { Name = "Dalam", XmlUrl = "http://192.168.1.1/feed" },
            new() { Name = "Berkas", XmlUrl = "file:///etc/passwd" },
            new() { Name = "Folder", Address = "/srv", Kind = SourceKind.Folder },
            new() { Name = "Wilayah", XmlUrl = "https://wilayah.example/feed", Region = "99.99" },
            new() { Name = "Cepat", XmlUrl = "https://cepat.example/feed", IntervalMinutes = 1 },
        ];

        var offers = await UseAsync(store, e => e.LookAsync(entries, keepsStanding: false, Stop));

        Assert.Equal(
            [SourceFault.None, SourceFault.AddressTaken, SourceFault.None, SourceFault.None, SourceFault.None, SourceFault.NotWeb, SourceFault.PrivateHost, SourceFault.LocalFile, SourceFault.Folder, SourceFault.UnknownRegion, SourceFault.BadInterval],
            offers.Select(o => o.Check.Fault));
        Assert.Equal(["Lagi"], offers.Where(o => o.IsRepeated).Select(o => o.Entry.Name));
        Assert.Equal(["Baru", "ada (lain.example)", "tanpa-nama.example"], offers.Where(o => o.IsNew).Select(o => o.Draft.Name));
        Assert.Equal(3, await UseAsync(store, e => e.AddAsync(entries, keepsStanding: false, DeskVisit.Rani, Stop)));
        Assert.Equal(0, await UseAsync(store, e => e.AddAsync(entries, keepsStanding: false, DeskVisit.Rani, Stop)));
        Assert.All(await store.RowsAsync(db => db.Sources.AsNoTracking().ToListAsync(Stop)), s => Assert.Equal((Trust.Review, Display.Excerpt), (s.Trust, s.Display)));
    }

    private static Source NewSource(string name, SourceKind kind, string address, Action<Source> change)
    {
        var source = new Source { Id = Guid.CreateVersion7(), Name = name, Kind = kind, Address = address, Publisher = name };
        change(source);
        return source;
    }

    private static Task AddRegionsAsync(TestStore store) => store.RowsAsync(async db =>
    {
        foreach (var region in new[] { new Region("61", "Kalimantan Barat"), new Region("61.72", "Kota Singkawang") })
        {
            if (!await db.Regions.AnyAsync(r => r.Code == region.Code, Stop))
            {
                db.Regions.Add(region);
            }
        }

        await db.SaveChangesAsync(Stop);
    });

    private static Task<List<string>> SourcesAsync(TestStore store) => store.RowsAsync(async db => (await db.Sources.AsNoTracking().OrderBy(s => s.Name).ToListAsync(Stop))
        .ConvertAll(s => $"{s.Name}|{s.Kind}|{s.Address}|{s.Publisher}|{s.Trust}|{s.Display}|{s.RegionCode}|{s.IntervalMinutes}|{s.ItemSelector}|{s.IsPaused}"));

    private static async Task<T> UseAsync<T>(TestStore store, Func<OpmlExchange, Task<T>> use)
    {
        await using var scope = store.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        return await use(new OpmlExchange(db, new SourceRegistry(db, new AuditTrail(store.Clock), new WebFetchSettings { UserAgent = "uji" }, store.Clock), store.Clock));
    }
}
