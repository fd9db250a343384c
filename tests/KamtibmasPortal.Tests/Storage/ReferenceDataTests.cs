using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Storage;

public sealed class ReferenceDataTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task Every_region_of_the_country_is_there(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);

        var regions = await store.RowsAsync(db => db.Regions.AsNoTracking().ToListAsync(Stop));

        Assert.Equal([38, 514, 7285, 83762], Enum.GetValues<RegionLevel>().Select(level => regions.Count(r => r.Level == level)));
        Assert.Equal((416, 98), (regions.Count(r => r.Level is RegionLevel.Regency && !r.IsCity), regions.Count(r => r.IsCity)));
        var codes = regions.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        Assert.All(regions.Where(r => r.Level is not RegionLevel.Province), r => Assert.Contains(r.ParentCode!, codes));
        Assert.Equal(9, await store.RowsAsync(db => db.Topics.CountAsync(Stop)));
    }

    [Fact]
    public void The_list_of_regions_stands_under_its_own_codes_and_shares_what_is_alike()
    {
        var regions = ReferenceData.Regions();

        Assert.All(regions, r => Assert.Equal(Region.ParentOf(r.Code), r.ParentCode));
        var codes = regions.ToDictionary(r => r.Code, StringComparer.Ordinal);
        Assert.All(regions.Where(r => r.ParentCode is not null), r => Assert.Same(codes[r.ParentCode!].Code, r.ParentCode));
        Assert.All(regions.GroupBy(r => r.Name, StringComparer.Ordinal), same => Assert.All(same, r => Assert.Same(same.First().Name, r.Name)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task The_same_edition_is_not_written_again_and_a_new_one_replaces_it_without_duplicates(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var before = await CountsAsync(store);
        await store.RowsAsync(async db =>
        {
            await db.Regions.Where(r => r.Code == "31.75").ExecuteUpdateAsync(s => s.SetProperty(r => r.Name, "changed"), Stop);
            await db.Topics.Where(t => t.Slug == "nataru").ExecuteUpdateAsync(s => s.SetProperty(t => t.Name, "changed"), Stop);
        });

        await store.RowsAsync(db => ReferenceData.LoadAsync(db, [], Stop));

        Assert.Equal(("changed", "changed"), await NamesAsync(store));

        await store.RowsAsync(db => db.ReferenceVersions.ExecuteUpdateAsync(s => s.SetProperty(v => v.Sha256, "an older edition"), Stop));
        await store.RowsAsync(db => ReferenceData.LoadAsync(db, [], Stop));

        Assert.Equal(("Kota Administrasi Jakarta Timur", "Pengamanan Natal dan Tahun Baru"), await NamesAsync(store));
        Assert.Equal(before, await CountsAsync(store));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_registered_agency_takes_the_place_of_the_assumed_one(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Tables);
        await store.RowsAsync(async db =>
        {
            db.Agencies.Add(new Agency { Slug = "polres-kaur", Kind = "polres", Name = "Polres Kaur", IsAssumed = true });
            await db.SaveChangesAsync(Stop);
        });

        await store.RowsAsync(db => ReferenceData.LoadAsync(db, [new Agency { Slug = "polres-kaur", Kind = "polres", Name = "Polres Kaur", RegionCode = "17.04" }], Stop));

        var agency = await store.RowsAsync(db => db.Agencies.SingleAsync(Stop));
        Assert.Equal((false, "17.04"), (agency.IsAssumed, agency.RegionCode));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Two_nodes_that_start_together_load_it_once(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Nothing);
        await store.RowsAsync(db => db.Database.MigrateAsync(Stop));
        var agency = new Agency { Slug = "bnn", Kind = "bnn", Name = "Badan Narkotika Nasional" };

        await Together.RunAsync(3, _ => store.RowsAsync(db => ReferenceData.LoadAsync(db, [agency], Stop)));

        Assert.Equal((91_599, 9, 1, 3), await CountsAsync(store));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Regions_are_found_by_code_parent_and_path(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);

        Assert.Equal(38, (await CatalogAsync(store, c => c.ChildrenAsync(null, Stop))).Count);
        Assert.Equal(["31.01", "31.71", "31.72", "31.73", "31.74", "31.75"], (await CatalogAsync(store, c => c.ChildrenAsync("31", Stop))).Select(r => r.Code));
        Assert.Empty(await CatalogAsync(store, c => c.ChildrenAsync("31.75.05.1001", Stop)));
        Assert.Equal(
            ["Daerah Khusus Ibukota Jakarta", "Kota Administrasi Jakarta Timur", "Pasar Rebo", "Gedong"],
            (await CatalogAsync(store, c => c.PathAsync("31.75.05.1001", Stop))).Select(r => r.Name));
        Assert.Empty(await CatalogAsync(store, c => c.PathAsync("00", Stop)));
        Assert.Equal("Kota Singkawang", (await CatalogAsync(store, c => c.FindRegionAsync("61.72", Stop)))!.Name);
        Assert.Null(await CatalogAsync(store, c => c.FindRegionAsync("61.7", Stop)));
    }

    private static Task<T> CatalogAsync<T>(TestStore store, Func<CatalogQueries, Task<T>> use) => store.UseAsync(use);

    private static Task<(int Regions, int Topics, int Agencies, int Versions)> CountsAsync(TestStore store) => store.RowsAsync(async db =>
        (await db.Regions.CountAsync(Stop), await db.Topics.CountAsync(Stop), await db.Agencies.CountAsync(Stop), await db.ReferenceVersions.CountAsync(Stop)));

    private static Task<(string Region, string Topic)> NamesAsync(TestStore store) => store.RowsAsync(async db =>
        ((await db.Regions.AsNoTracking().SingleAsync(r => r.Code == "31.75", Stop)).Name, (await db.Topics.AsNoTracking().SingleAsync(t => t.Slug == "nataru", Stop)).Name));
}
