using System.Text;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;

namespace KamtibmasPortal.Tests.Search;

/// <summary>What the search language means: the same hits on both stores.</summary>
public sealed class SearchContractTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A query, and the articles it finds, counted by hand.</summary>
    private static readonly (string Query, string Keys)[] s_queries =
    [
        ("", "01 02 03 04 05 06 07 08 09 10 11 12"),
        ("tangkap", "01 02 03"),
        ("menangkap", "01 02 03"),
        ("ditangkap", "01 02 03"),
        ("PENANGKAPAN", "01 02 03"),
        ("\"menangkap\"", "01"),
        ("\"ditangkap polisi\"", "02"),
        ("\"menangkap polisi\"", ""),
        ("\"polisi menangkap\"", "01"),
        ("“polisi menangkap”", "01"),
        ("polisi menangkap", "01 02"),
        ("menangkap polisi", "01 02"),
        ("warga", "02 03 08 09"),
        ("warga -tangkap", "08 09"),
        ("warga -\"pos ronda\"", "03 08 09"),
        ("-warga", "01 04 05 06 07 10 11 12"),
        ("-tangkap -banjir -pelajar", "04 05 06 11 12"),
        ("banjir OR tawuran", "07 08 09 10"),
        ("banjir or tawuran", ""),
        ("banjir surut OR tawuran pelajar", "08 09 10"),
        ("banjir (surut OR mengungsi)", "07 08"),
        ("(banjir OR tawuran) -pelajar", "07 08"),
        ("(banjir OR tawuran) -(pelajar OR surut)", "07"),
        ("-(banjir OR tawuran OR tangkap)", "04 05 06 11 12"),
        ("banjir OR -warga", "01 04 05 06 07 08 10 11 12"),
        ("judul:tangkap", "01 02 03"),
        ("judul:warga", "08 09"),
        ("judul:\"knalpot brong\"", "09"),
        ("judul:\"dua orang\"", ""),
        ("judul:(banjir OR netral)", "05 06 07 08"),
        ("-judul:warga warga", "02 03"),
        ("netral", "05 06"),
        ("netralitas", "05 06"),
        ("\"netralitas\"", "05 06"),
        ("\"netral\"", "05"),
        ("anak", "07 08"),
        ("anak-anak", "07 08"),
        ("anak2", "07 08"),
        ("mengungsi", "07"),
        ("pengungsian", "07"),
        ("jumat", "08 09"),
        ("Jum'at", "08 09"),
        ("\"jumat curhat\"", "09"),
        ("1200", "07"),
        ("1.200", "07"),
        ("12", "01"),
        ("sh", "12"),
        ("S.H.", "12"),
        ("covid-19", "12"),
        ("jaktim", "03 04"),
        ("Jakarta Timur", "03 04"),
        ("\"Jakarta Timur\"", "03 04"),
        ("wilayah:31", "01 02 03 04 09 10 11 12"),
        ("wilayah:31.75", "01 02 03 04 09 10"),
        ("wilayah:31.75.05", "01"),
        ("wilayah:31.74 OR wilayah:61.72", "06 07 12"),
        ("wilayah:\"Jakarta Timur\" tawuran", "09 10"),
        ("wilayah:singkawang", "06 07"),
        ("-wilayah:31", "05 06 07 08"),
        ("topik:narkotika", "01 02 03"),
        ("topik:narkotika -topik:bencana \"barang bukti\"", "01"),
        ("instansi:polsek-pasar-rebo", "01 09"),
        ("sumber:cakra", "06 07 08"),
        ("sumber:\"Humas Timur\"", "04 05 11 12"),
        ("sumber:tidak-ada", ""),
        ("-sumber:tidak-ada banjir", "07 08"),
        ("penerbit:\"harian warga\"", "01 02 03 09 10"),
        ("sesudah:2024-01-06", "06 07 09 10 12"),
        ("sebelum:2023-12-02", "01 02 11"),
        ("sesudah:2023-12-02 sebelum:2023-12-31", "02 03"),
        ("sesudah:2023-12-31 sebelum:2023-12-31", "03"),
        ("sesudah:2024-02-01", ""),
        ("sesudah:0001-01-01 sebelum:9999-12-31", "01 02 03 04 05 06 07 09 10 11 12"),
        ("netralitas wilayah:61 sesudah:2024-01-01 sebelum:2024-01-05", "05"),
        ("sesudah:kemarin", ""),
        ("wilayah:99", ""),
        ("judul:", "11"),
        ("\"tak tertutup", ""),
        ("warga \"", "02 03 08 09"),
        ("((warga", "02 03 08 09"),
        ("warga))", "02 03 08 09"),
        ("- warga", "02 03 08 09"),
        ("--warga", "02 03 08 09"),
        ("OR warga", "02 03 08 09"),
        ("warga OR", "02 03 08 09"),
        ("AND NOT NEAR", "11"),
        ("\"AND NOT OR\"", "11"),
        ("!!! ???", ""),
        ("kolom:x*", ""),
        ("kurawal kutip", "11"),
        ("berubah:netral", ""),
    ];

    [Theory, ClassData(typeof(BothStores))]
    public async Task Every_query_finds_what_was_counted_by_hand(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await SearchArchive.FillAsync(store);
        var wrong = new StringBuilder();
        foreach (var (query, keys) in s_queries)
        {
            foreach (var sort in Enum.GetValues<SearchSort>())
            {
                var (found, total) = await FindAsync(store, query, sort, 100);
                var sorted = string.Join(' ', found.Order(StringComparer.Ordinal));
                if (sorted != keys || total != new HitCount(found.Count, true))
                {
                    wrong.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{sort} {query}: expected [{keys}], found [{sorted}], total {total}");
                }
            }
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Pages_follow_one_another_in_each_order(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await SearchArchive.FillAsync(store);
        foreach (var sort in Enum.GetValues<SearchSort>())
        {
            var (whole, _) = await FindAsync(store, "warga OR tangkap OR banjir", sort, 100);
            var paged = new List<string>();
            SearchCursor? cursor = null;
            do
            {
                var page = await PageAsync(store, "warga OR tangkap OR banjir", sort, 2, cursor);
                paged.AddRange(page.Hits.Select(h => SearchArchive.KeyOf(h.Card.Title)));
                cursor = SearchCursor.Read(page.NextCursor);
            }
            while (cursor is not null);

            Assert.Equal(whole, paged);
            Assert.Equal(6, whole.Count);
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Relevance_puts_titles_first_and_newest_first_among_equals(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await SearchArchive.FillAsync(store);

        // 08 has no date: it counts from when it was first seen, and that is today.
        Assert.Equal(["08", "09", "03", "02"], (await FindAsync(store, "warga", SearchSort.Relevance, 100)).Keys);
        Assert.Equal(["08", "09", "03", "02"], (await FindAsync(store, "warga", SearchSort.Newest, 100)).Keys);
        Assert.Equal(["02", "03", "09", "08"], (await FindAsync(store, "warga", SearchSort.Oldest, 100)).Keys);
        // The older one speaks of it in its title, the newer ones only in passing.
        Assert.Equal(["01", "02"], (await FindAsync(store, "polisi pengedar", SearchSort.Relevance, 100)).Keys);
        Assert.Equal(["02", "01"], (await FindAsync(store, "polisi pengedar", SearchSort.Newest, 100)).Keys);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nothing_typed_is_an_error(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await SearchArchive.FillAsync(store);
        string[] hostile =
        [
            "*", "warga*", "^warga", "{title}: x", "a NEAR/2 b", "NEAR(a b, 3)", "rowid:1", "a + b", "a & b", "a | !b", "a <-> b", "a <2> b", "a:*", "a:ABCD", "'", "''", "\\", "\\'", "\"\"", "\"\"\"",
            "'; DROP TABLE \"Articles\"; --", "%", "_", "\0", "a\0b", "\"a\0b\"", "\u200B", "\uD800", "x\uDC00y", "\uFFFF", "ﷺ", "😀 😀", "-", "- -", "()", "(()", "-()", "judul:judul:judul:", "judul:-warga", "berubah:\"\"",
            new string('(', 400), new string('-', 400), new string('"', 401), string.Concat(Enumerable.Repeat("a OR ", 400)), string.Concat(Enumerable.Repeat("(a -", 200)), new string('a', 100_000),
            "sesudah:2024-13-45", "sesudah:", "sesudah:\"2024-01-01\"", "sebelum:9999-12-31", "sebelum:0001-01-01", "sesudah:9999-12-31", "wilayah:' OR 1=1", "penerbit:\"%\"", "instansi:../../etc", "topik:*",
        ];
        foreach (var query in hostile)
        {
            await FindAsync(store, query, SearchSort.Relevance, 10);
        }

        var random = new Random(11);
        for (var i = 0; i < 10_000; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(1, 24); length > 0; length--)
            {
                text.Append(random.Next(5) switch
                {
                    0 => "()\"-*:^'&|!<>{}\\@_~%,+"[random.Next(22)],
                    1 => ' ',
                    2 => (char)random.Next(1, 0x250),
                    3 => (char)random.Next(0x250, 0x10000),
                    _ => "abcdeORjudul"[random.Next(12)],
                });
            }

            // Every one is read; every tenth is asked of the store, both as it is and as words that must be absent.
            var query = await store.UseAsync<SearchQueryParser, SearchQuery>(p => Task.FromResult(p.Parse(text.ToString())));
            Assert.True(query.Root is not null || query.IsHopeless || query.From is not null || query.To is not null || string.IsNullOrWhiteSpace(query.Text));
            if (i % 10 == 0)
            {
                await FindAsync(store, text.ToString(), SearchSort.Newest, 3);
            }
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Facets_count_what_the_query_finds(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await SearchArchive.FillAsync(store);

        var facets = await FacetsAsync(store, "tangkap OR banjir");

        Assert.Equal(["31:3", "31.75:3", "61:2", "31.75.05:1", "61.72:1"], facets.Regions.Select(Shown));
        Assert.Equal(["narkotika:3", "bencana:2"], facets.Topics.Select(Shown));
        Assert.Equal(["Harian Warga:3", "Cakra Borneo:2"], facets.Publishers.Select(Shown));
        Assert.Equal(["2023-12:3", "2024-01:1", "unknown:1"], facets.Months.Select(Shown));

        // Held in memory by now: what comes and goes afterwards must show all the same.
        var source = (await store.RowsAsync(db => Task.FromResult(db.Sources.First(s => s.Name == "Warga"))))!;
        await store.SaveAsync(source, "13", Written.Article("Banjir lagi", "Air naik.", [Written.Region("61.72", main: true), Written.Topic("bencana", main: true)]).On(2024, 1, 9));
        Assert.Equal(["narkotika:3", "bencana:3"], (await FacetsAsync(store, "tangkap OR banjir")).Topics.Select(Shown).OrderDescending(StringComparer.Ordinal));
        await store.SaveAsync(source, "13", Written.Article("Banjir lagi", "Air naik tinggi.", [Written.Region("61.72", main: true), Written.Topic("unjuk-rasa", main: true)]).On(2024, 1, 9));
        Assert.Equal(["narkotika:3", "bencana:2", "unjuk-rasa:1"], (await FacetsAsync(store, "tangkap OR banjir")).Topics.Select(Shown));

        static string Shown(KeyCount count) => $"{count.Key}:{count.Count}";
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Words_that_came_or_went_are_found(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Warga", "Harian Warga");
        await store.SaveAsync(source, "a", Written.Article("Sikap ASN", "Semua pegawai wajib bersikap netral menjelang hari pemungutan suara."));
        await store.SaveAsync(source, "a", Written.Article("Sikap ASN", "Semua pegawai wajib menjaga jarak menjelang hari pemungutan suara."));
        await store.SaveAsync(source, "b", Written.Article("Netral", "Pegawai bersikap netral."));

        Assert.Equal(["Sikap ASN"], await TitlesAsync(store, "berubah:netral"));
        Assert.Equal(["Sikap ASN"], await TitlesAsync(store, "berubah:\"menjaga jarak\""));
        Assert.Equal(["Sikap ASN"], await TitlesAsync(store, "berubah:jaga pegawai"));
        Assert.Equal([], await TitlesAsync(store, "berubah:pemungutan"));
        Assert.Equal(["Netral"], await TitlesAsync(store, "netral"));
    }

    private static async Task<List<string>> TitlesAsync(TestStore store, string query) => [.. (await PageAsync(store, query, SearchSort.Newest, 10, null)).Hits.Select(h => h.Card.Title)];

    private static async Task<(List<string> Keys, HitCount Total)> FindAsync(TestStore store, string query, SearchSort sort, int limit)
    {
        var page = await PageAsync(store, query, sort, limit, null);
        return ([.. page.Hits.Select(h => SearchArchive.KeyOf(h.Card.Title))], page.Total);
    }

    private static async Task<SearchPage> PageAsync(TestStore store, string query, SearchSort sort, int limit, SearchCursor? cursor)
    {
        await using var scope = store.Scope();
        var parsed = ((SearchQueryParser)scope.ServiceProvider.GetService(typeof(SearchQueryParser))!).Parse(query);
        return await ((SearchQueries)scope.ServiceProvider.GetService(typeof(SearchQueries))!).PageAsync(new SearchRequest(parsed, new ArticleFilter(), sort), limit, cursor, Stop);
    }

    private static async Task<ArticleFacets> FacetsAsync(TestStore store, string query)
    {
        await using var scope = store.Scope();
        var parsed = ((SearchQueryParser)scope.ServiceProvider.GetService(typeof(SearchQueryParser))!).Parse(query);
        return await ((SearchQueries)scope.ServiceProvider.GetService(typeof(SearchQueries))!).FacetsAsync(new SearchRequest(parsed, new ArticleFilter(), SearchSort.Newest), Stop);
    }
}
