using System.Text;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Extraction;
using KamtibmasPortal.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Ingestion;

/// <summary>A folder polled for real: every file ends in exactly one counted outcome, on both stores.</summary>
public sealed class FolderIngestionTests(Stores stores, Tagger tagger) : IClassFixture<Tagger>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-folder-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task Each_file_ends_in_one_outcome_with_a_reason(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        Write("utuh.txt", Article("Singkawang"));
        Write("salinan.txt", Article("Singkawang"));
        Write("sub/utf16.txt", Article("Sambas"), Encoding.Unicode);
        Write("cp1252.txt", Article("Sanggau").Replace("-", "–", StringComparison.Ordinal), CodePagesEncodingProvider.Instance.GetEncoding(1252)!);
        Write("kosong.txt", "");
        Write("pendek.txt", "Segera.");
        File.WriteAllBytes(Path.Combine(_folder, "biner.txt"), [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 1, 2, 3]);
        using (var large = File.Create(Path.Combine(_folder, "besar.txt")))
        {
            large.SetLength(200L * 1024 * 1024);
        }

        Write("catatan.md", "bukan urusan kami");
        Write(".tersembunyi.txt", Article("Bengkayang"));
        var source = await AddFolderAsync(store);

        var run = await PollAsync(store, source);

        Assert.Equal((3, 0, 0, 1, 4, 0), (run.Stored, run.Revised, run.Unchanged, run.Duplicate, run.Rejected, run.Failed));
        var reasons = await store.RowsAsync(db => db.SourceItems.Where(i => i.Rejection != null).ToDictionaryAsync(i => i.Key, i => i.Rejection!.Value, Stop));
        Assert.Equal(
            new Dictionary<string, RejectionReason> { ["kosong.txt"] = RejectionReason.Empty, ["pendek.txt"] = RejectionReason.TooShort, ["biner.txt"] = RejectionReason.Binary, ["besar.txt"] = RejectionReason.TooLarge }.OrderBy(p => p.Key),
            reasons.OrderBy(p => p.Key));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_second_poll_opens_nothing_and_changes_nothing(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        Write("a.txt", Article("Singkawang"));
        Write("b.txt", "");
        var source = await AddFolderAsync(store);
        await PollAsync(store, source);
        var before = await RowsAsync(store);

        var again = await PollAsync(store, source);

        Assert.Equal((2, 2), (again.Unchanged, again.Total));
        Assert.Equal(before, await RowsAsync(store));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_changed_file_is_a_revision_and_the_old_text_is_kept(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        Write("a.txt", Article("Singkawang"));
        var source = await AddFolderAsync(store);
        await PollAsync(store, source);
        Write("a.txt", Article("Singkawang").Replace("dua puluh", "tiga puluh lima", StringComparison.Ordinal));

        var run = await PollAsync(store, source);

        Assert.Equal((1, 1), (run.Revised, run.Total));
        var article = await store.RowsAsync(db => db.Articles.Include(a => a.Revisions).SingleAsync(Stop));
        Assert.Contains("tiga puluh lima", article.Body, StringComparison.Ordinal);
        Assert.Equal(2, article.Revision);
        Assert.Contains("dua puluh", Assert.Single(article.Revisions).Body, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_file_that_was_only_touched_is_unchanged(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        Write("a.txt", Article("Singkawang"));
        var source = await AddFolderAsync(store);
        await PollAsync(store, source);
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "a.txt"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var run = await PollAsync(store, source);

        Assert.Equal((1, 1), (run.Unchanged, run.Total));
    }

    [Fact]
    public async Task A_missing_folder_is_a_fault_and_no_quiet_source()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        var source = await AddFolderAsync(store);
        Directory.Delete(_folder);

        var run = await PollAsync(store, source);

        Assert.Equal((FailureReason.FolderMissing, 0), (run.Reason, run.Total));
        Directory.CreateDirectory(_folder);
    }

    [Fact]
    public async Task A_poll_that_was_stopped_goes_on_where_it_was()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        foreach (var town in new[] { "Singkawang", "Sambas", "Sanggau", "Sintang", "Ketapang" })
        {
            Write(town + ".txt", Article(town));
        }

        var source = await AddFolderAsync(store);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PollAsync(store, source, p =>
        {
            if (p.Item.Key.StartsWith("Sanggau", StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        }, stop.Token));

        var run = await PollAsync(store, source);

        Assert.Equal(5, run.Total);
        Assert.Equal(5, await store.RowsAsync(db => db.Articles.CountAsync(Stop)));
        Assert.InRange(run.Unchanged, 1, 4);
    }

    /// <summary>Whatever the moment, what is read is one of the versions whole, or nothing for now.</summary>
    [Fact]
    public async Task A_file_that_is_being_replaced_is_never_read_in_part()
    {
        var path = Path.Combine(_folder, "a.txt");
        string[] versions = [Article("Singkawang"), string.Concat(Enumerable.Repeat(Article("Sambas"), 400))];
        Write("a.txt", versions[0]);
        using var done = new CancellationTokenSource();
        var replacing = Task.Run(() =>
        {
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                File.WriteAllText(path + ".new", versions[i % 2]);
                File.Move(path + ".new", path, overwrite: true);
            }
        }, Stop);
        var item = new DiscoveredItem("a.txt", path, "");
        for (var i = 0; i < 5; i++)
        {
            var result = await new FileFetcher().ReadAsync(item, Stop);

            if (result.Page is { } page)
            {
                Assert.Contains(Encoding.UTF8.GetString(page.Bytes.Span), versions);
            }
            else
            {
                Assert.Equal(FailureKind.Temporary, result.Refusal!.Failure);
            }
        }

        await done.CancelAsync();
        await replacing;
    }

    [Fact]
    public async Task A_file_that_is_gone_fails_for_now()
    {
        var result = await new FileFetcher().ReadAsync(new DiscoveredItem("a.txt", Path.Combine(_folder, "a.txt"), ""), Stop);

        Assert.Equal(FailureKind.Temporary, result.Refusal!.Failure);
    }

    [Fact]
    public void Links_out_of_the_folder_are_not_followed()
    {
        var outside = Directory.CreateTempSubdirectory("portal-outside-").FullName;
        File.WriteAllText(Path.Combine(outside, "rahasia.txt"), Article("Singkawang"));
        File.CreateSymbolicLink(Path.Combine(_folder, "tautan.txt"), Path.Combine(outside, "rahasia.txt"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "tautan"), outside);

        Assert.Empty(new FolderReader().Read(_folder));
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    public async Task An_import_repeated_changes_nothing()
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        Write("a.txt", Article("Singkawang"));
        await using var worker = new TestWorker(store, tagger);
        async Task<FetchRun> ImportAsync() => (await worker.UseAsync<FolderImport, FetchRun?>(i => i.RunAsync(_folder, "Humas", Trust.Publish, Display.FullText, null, Stop)))!;
        await ImportAsync();

        var again = await ImportAsync();

        Assert.Equal((1, 1), (again.Unchanged, again.Total));
        Assert.Equal(1, await store.RowsAsync(db => db.Sources.CountAsync(Stop)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Article(string town) =>
        $"Dua Puluh Personel Jaga Pasar {town}\n\n{town.ToUpperInvariant()} - Sebanyak dua puluh personel menjaga pasar induk {town} sejak subuh, Senin (6/5/2024). Penjagaan menyusul keluhan pedagang tentang copet.\n\nKepala pasar menyebut pengunjung naik dua kali lipat menjelang libur panjang.";

    private void Write(string name, string text, Encoding? encoding = null)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private async Task<Source> AddFolderAsync(TestStore store)
    {
        var source = await store.AddSourceAsync("Folder", "Humas");
        await store.RowsAsync(db => db.Sources.ExecuteUpdateAsync(s => s.SetProperty(x => x.Address, _folder), Stop));
        return source;
    }

    private async Task<FetchRun> PollAsync(TestStore store, Source source, Action<PollProgress>? progress = null, CancellationToken? stop = null)
    {
        await using var worker = new TestWorker(store, tagger);
        return await worker.RunAsync(source, progress, stop);
    }

    private static async Task<string> RowsAsync(TestStore store) => await store.RowsAsync(async db =>
        string.Join('|', await db.SourceItems.OrderBy(i => i.Key).Select(i => i.Key + i.Fingerprint + i.Outcome + i.SeenAt).ToListAsync(Stop))
        + string.Join('|', await db.Articles.OrderBy(a => a.Key).Select(a => a.Key + a.Version + a.Revision).ToListAsync(Stop)));
}
