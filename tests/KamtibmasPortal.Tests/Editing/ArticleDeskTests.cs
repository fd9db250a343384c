using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Extraction;
using KamtibmasPortal.Tests.Ingestion;
using KamtibmasPortal.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Editing;

/// <summary>What an editor decides of an article, and that no machine undoes it.</summary>
public sealed class ArticleDeskTests(Stores stores, Tagger tagger) : IClassFixture<Tagger>
{
    private const string Body = "PEKALONGAN - Banjir merendam 40 rumah warga di Kota Pekalongan. BPBD Kota Pekalongan mengungsikan 12 keluarga ke balai kelurahan.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task An_editors_words_and_tags_outlive_revisions_and_retagging(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        await using var worker = new TestWorker(store, tagger);
        var desk = new DeskVisit(store);
        var source = await store.AddSourceAsync("Humas", "Humas Kota");
        var id = await SaveAsync(store, source, "Banjir Rendam Rumah di Pekalongan", Body);
        var wrong = (await desk.ReadAsync(id)).Tags.First(t => t.Kind is TagKind.Topic);

        Assert.Equal(ChangeAnswer.Changed, await desk.EditAsync(id, new ArticleDraft
        {
            Title = "Banjir Rendam 40 Rumah, Warga Mengungsi",
            Summary = "Dua belas keluarga mengungsi ke balai kelurahan.",
            Note = "Cek jumlah rumah",
            Tags = [new TagChoice(TagKind.Topic, wrong.Key, TagVerdict.Refuse), new TagChoice(TagKind.Topic, "kemitraan-warga", TagVerdict.Main), new TagChoice(TagKind.Region, "33.75", TagVerdict.Accept)],
        }));
        await SaveAsync(store, source, "Banjir Rendam Rumah di Kota Pekalongan Meluas", Body + "\n\nAir mulai surut pada sore hari.");
        await worker.Get<RetagJob>().RunAsync(dryRun: false, _ => { }, _ => { }, Stop);

        var article = await desk.ReadAsync(id);
        Assert.Equal(2, article.Revision);
        Assert.Equal(("Banjir Rendam 40 Rumah, Warga Mengungsi", "Banjir Rendam Rumah di Kota Pekalongan Meluas", "Dua belas keluarga mengungsi ke balai kelurahan.", "Cek jumlah rumah"), (article.Title, article.TitleAsPrinted(), article.Summary, article.Note));
        Assert.DoesNotContain(article.Tags, t => t.Key == wrong.Key);
        Assert.Equal(["kemitraan-warga"], article.Tags.Where(t => t is { Kind: TagKind.Topic, IsMain: true }).Select(t => t.Key));
        Assert.Equal(TagOrigin.Editor, article.Tags.Single(t => t.Key == "33.75").Origin);
        Assert.All(article.Tags.SelectMany(t => t.Evidence).Where(e => e.Field is EvidenceField.Title), e => Assert.Equal(e.Text, article.Title.Substring(e.Start, e.Length)));
        Assert.Equal("Banjir Rendam Rumah di Pekalongan", await store.RowsAsync(db => db.Revisions.Where(r => r.ArticleId == id).Select(r => r.Title).SingleAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Each_field_has_a_history_and_comes_back(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var desk = new DeskVisit(store);
        var source = await store.AddSourceAsync("Humas", "Humas Kota");
        var id = await SaveAsync(store, source, "Banjir Rendam Rumah di Pekalongan", Body);
        var before = await desk.ReadAsync(id);
        var topic = before.Tags.First(t => t.Kind is TagKind.Topic);

        await desk.EditAsync(id, new ArticleDraft { Title = "Judul Redaksi", Summary = "Teras redaksi.", Display = Display.Excerpt, Tags = [new TagChoice(TagKind.Topic, topic.Key, TagVerdict.Refuse)] });
        var edits = await EditsAsync(store, id);
        Assert.Equal(["display", "summary", $"tag:Topic:{topic.Key}", "title"], edits.Select(e => e.Field).Order(StringComparer.Ordinal));
        Assert.All(edits, e => Assert.Equal((DeskVisit.Rani, TestStore.Start.UtcDateTime), (e.Editor, e.At)));
        foreach (var edit in edits)
        {
            var version = await desk.VersionAsync(id);
            Assert.Equal(ChangeAnswer.Changed, await desk.ArticleAsync(d => d.RevertAsync(id, version, edit.Id, DeskVisit.Tono, Stop)));
        }

        var after = await desk.ReadAsync(id);
        Assert.Equal((before.Title, before.Summary, before.Display, null, null), (after.Title, after.Summary, after.Display, after.PrintedTitle, after.PrintedSummary));
        var tag = after.Tags.Single(t => t.Kind is TagKind.Topic && t.Key == topic.Key);
        Assert.Equal((topic.Origin, topic.Confidence, topic.IsMain), (tag.Origin, tag.Confidence, tag.IsMain));
        Assert.Equal(0, await store.RowsAsync(db => db.RefusedTags.CountAsync(Stop)));
        Assert.Equal(8, (await EditsAsync(store, id)).Count);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Of_two_saves_the_second_is_told_and_changes_nothing(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var desk = new DeskVisit(store);
        var id = await SaveAsync(store, await store.AddSourceAsync("Humas", "Humas Kota"), "Banjir di Pekalongan", Body);
        var version = await desk.VersionAsync(id);

        var answers = await Together.RunAsync(2, i => desk.ArticleAsync(d => d.EditAsync(id, version, new ArticleDraft { Title = $"Judul {i}" }, i == 0 ? DeskVisit.Rani : DeskVisit.Tono, Stop)));

        Assert.Equal([ChangeAnswer.Changed, ChangeAnswer.Outdated], answers.Order());
        Assert.Equal(answers[0] is ChangeAnswer.Changed ? "Judul 0" : "Judul 1", (await desk.ReadAsync(id)).Title);
        Assert.Single(await EditsAsync(store, id));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_withdrawn_article_is_nowhere_but_in_the_log_with_its_reason_and_can_return(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var desk = new DeskVisit(store);
        var id = await SaveAsync(store, await store.AddSourceAsync("Humas", "Humas Kota"), "Banjir di Pekalongan", Body);
        var version = await desk.VersionAsync(id);
        Assert.Equal(ChangeAnswer.Changed, await desk.ArticleAsync(d => d.CorrectAsync(id, version, CorrectionKind.Correction, "Jumlah rumah yang benar 14, bukan 40.", null, DeskVisit.Rani, Stop)));
        version = await desk.VersionAsync(id);

        Assert.Equal(ChangeAnswer.Changed, await desk.ArticleAsync(d => d.WithdrawAsync(id, version, "Keterangan narasumber ternyata tidak benar.", DeskVisit.Rani, Stop)));

        Assert.Equal(0, await store.RowsAsync(db => db.SearchEntries.CountAsync(Stop)));
        Assert.Null(await store.UseAsync<ArticleQueries, ArticleView?>(q => q.FindAsync(id, Stop)));
        var told = await store.UseAsync<CorrectionQueries, Withdrawal?>(q => q.WithdrawalAsync(id, Stop));
        Assert.Equal("Keterangan narasumber ternyata tidak benar.", told!.Reason);
        var note = Assert.Single(await store.UseAsync<CorrectionQueries, IReadOnlyList<PublicNote>>(q => q.LogAsync(10, 0, Stop)));
        Assert.Equal((CorrectionKind.Withdrawal, null), (note.Kind, note.Title));
        Assert.Empty(await store.UseAsync<CorrectionQueries, IReadOnlyList<PublicNote>>(q => q.OfArticleAsync(id, Stop)));

        version = await desk.VersionAsync(id);
        Assert.Equal(ChangeAnswer.Changed, await desk.ArticleAsync(d => d.ReinstateAsync(id, version, DeskVisit.Rani, Stop)));
        Assert.Equal(1, await store.RowsAsync(db => db.SearchEntries.CountAsync(Stop)));
        Assert.Null(await store.UseAsync<CorrectionQueries, Withdrawal?>(q => q.WithdrawalAsync(id, Stop)));
        Assert.Equal(2, (await store.UseAsync<CorrectionQueries, IReadOnlyList<PublicNote>>(q => q.LogAsync(10, 0, Stop))).Count);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_mark_that_an_editor_confirmed_stays_and_one_that_was_lifted_lets_pass(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        await using var worker = new TestWorker(store, tagger);
        var desk = new DeskVisit(store);
        var id = await SaveAsync(store, await store.AddSourceAsync("Humas", "Humas Kota"), "Banjir di Pekalongan", Body);
        var version = await desk.VersionAsync(id);

        Assert.Equal(ChangeAnswer.Changed, await desk.ArticleAsync(d => d.RuleAsync(id, version, lifts: false, DeskVisit.Rani, Stop)));
        await worker.Get<RetagJob>().RunAsync(dryRun: false, _ => { }, _ => { }, Stop);
        var article = await desk.ReadAsync(id);
        Assert.Equal((ReviewState.Pending, true, true), (article.State, article.IsSensitive, article.Waiting.HasFlag(WaitReasons.Sensitive)));
        Assert.Equal(ReviewAnswer.AlreadyDecided, await desk.DecideAsync(id, article.Version, ReviewDecision.Publish));
        Assert.Equal(0, await store.RowsAsync(db => db.SearchEntries.CountAsync(Stop)));

        Assert.Equal(ChangeAnswer.Changed, await desk.ArticleAsync(d => d.RuleAsync(id, article.Version, lifts: true, DeskVisit.Rani, Stop)));
        Assert.Equal(ReviewAnswer.Done, await desk.DecideAsync(id, await desk.VersionAsync(id), ReviewDecision.Publish));
        Assert.Equal(["confirmed>lifted", "none>confirmed"], (await EditsAsync(store, id)).Where(e => e.Field == ArticleEdit.Sensitive).Select(e => $"{e.Before}>{e.After}").Order(StringComparer.Ordinal));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_pin_runs_out_and_only_what_is_public_is_pinned(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var desk = new DeskVisit(store);
        var id = await SaveAsync(store, await store.AddSourceAsync("Humas", "Humas Kota"), "Banjir di Pekalongan", Body);
        var waiting = await SaveAsync(store, await store.AddSourceAsync("Tinjau", "Harian Tinjau", Trust.Review), "Ronda di Pekalongan", Body + " Warga menambah regu ronda.");
        var now = store.Clock.GetUtcNow().UtcDateTime;
        var (version, other) = (await desk.VersionAsync(id), await desk.VersionAsync(waiting));

        Assert.Equal(ChangeAnswer.Refused, await desk.ArticleAsync(d => d.PinAsync(waiting, other, now.AddDays(1), DeskVisit.Rani, Stop)));
        Assert.Equal(ChangeAnswer.Refused, await desk.ArticleAsync(d => d.PinAsync(id, version, now.AddDays(31), DeskVisit.Rani, Stop)));
        Assert.Equal(ChangeAnswer.Changed, await desk.ArticleAsync(d => d.PinAsync(id, version, now.AddDays(1), DeskVisit.Rani, Stop)));

        Assert.Equal([id], (await store.UseAsync<LineQueries, IReadOnlyList<ArticleLine>>(q => q.PinnedAsync(now, 5, Stop))).Select(c => c.Id));
        Assert.Empty(await store.UseAsync<LineQueries, IReadOnlyList<ArticleLine>>(q => q.PinnedAsync(now.AddDays(1), 5, Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_the_publisher_allows_no_editor_widens(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var desk = new DeskVisit(store);
        var source = await store.AddSourceAsync("Humas", "Humas Kota");
        var saved = await store.UseAsync<ArticleStore, ItemResult>(s => s.SaveAsync(source, new ArticleOffer("b") { ExcerptOnly = true }, Written.Article("Ronda malam"), new SourceItem { SourceId = source.Id, Key = "b" }, null, Stop));

        Assert.Equal(ChangeAnswer.Refused, await desk.EditAsync(saved.ArticleId!.Value, new ArticleDraft { Display = Display.FullText }));
        Assert.Equal(DraftFault.UnknownTag, await desk.ArticleAsync(d => d.CheckAsync(new ArticleDraft { Tags = [new TagChoice(TagKind.Region, "99.99", TagVerdict.Accept)] }, Stop)));
        Assert.Equal(DraftFault.Title, await desk.ArticleAsync(d => d.CheckAsync(new ArticleDraft { Title = " \0 " }, Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_proposal_waits_for_an_editor_and_makes_no_form_old(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var desk = new DeskVisit(store);
        var id = await SaveAsync(store, await store.AddSourceAsync("Humas", "Humas Kota"), "Banjir di Pekalongan", Body);
        var version = await desk.VersionAsync(id);

        Assert.Equal(ChangeAnswer.Changed, await desk.ProposalAsync(d => d.ProposeAsync(id, new ArticleDraft { Title = "Banjir Pekalongan: 12 Keluarga Mengungsi" }, DeskVisit.Tono, Stop)));

        Assert.Equal(("Banjir di Pekalongan", version), ((await desk.ReadAsync(id)).Title, await desk.VersionAsync(id)));
        Assert.Equal([QueueReason.Proposal], (await store.UseAsync<QueueQueries, QueuePage>(q => q.PageAsync(new(), 5, null, Stop))).Items.Single().Reasons);
        var proposal = Assert.Single(await store.UseAsync<DeskQueries, IReadOnlyList<Proposal>>(q => q.OpenProposalsAsync(id, Stop)));
        Assert.Equal(ChangeAnswer.Changed, await desk.ProposalAsync(d => d.DecideAsync(id, version, proposal.Id, accepts: true, DeskVisit.Rani, Stop)));
        Assert.Equal("Banjir Pekalongan: 12 Keluarga Mengungsi", (await desk.ReadAsync(id)).Title);
        Assert.Equal(0, await store.UseAsync<QueueQueries, int>(q => q.CountAsync(new(), Stop)));
        var now = await desk.VersionAsync(id);
        Assert.Equal(ChangeAnswer.Refused, await desk.ProposalAsync(d => d.DecideAsync(id, now, proposal.Id, accepts: true, DeskVisit.Rani, Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Erasing_takes_all_that_editors_and_readers_wrote_about_it(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var desk = new DeskVisit(store);
        var id = await SaveAsync(store, await store.AddSourceAsync("Humas", "Humas Kota"), "Banjir di Pekalongan", Body);
        await desk.EditAsync(id, new ArticleDraft { Title = "Judul dengan nama Sutarjo" });
        await desk.ProposalAsync(d => d.ProposeAsync(id, new ArticleDraft { Summary = "Sutarjo mengungsi." }, DeskVisit.Tono, Stop));
        await desk.ReportAsync(d => d.ReceiveAsync(id, new SentReport(ReportKind.Mistake, "Nama Sutarjo keliru, itu tetangganya.", "Sutarjo", "0812"), Stop));
        var version = await desk.VersionAsync(id);
        await desk.BulkAsync(d => d.ApplyAsync(new BulkOrder(BulkKind.Assign, [(id, version)]) { Assignee = DeskVisit.Rani }, DeskVisit.Rani, Stop));
        version = await desk.VersionAsync(id);
        await desk.ArticleAsync(d => d.CorrectAsync(id, version, CorrectionKind.Correction, "Sutarjo bukan ketua RT.", null, DeskVisit.Rani, Stop));

        Assert.True(await store.UseAsync<ArticleStore, bool>(s => s.EraseAsync(id, "Permintaan yang bersangkutan", new AuditTrail(store.Clock).Entry(DeskVisit.Rani, AuditActs.Erase, id.ToString()), Stop)));

        Assert.Equal(0, await store.RowsAsync(async db => await db.ArticleEdits.CountAsync(Stop) + await db.Proposals.CountAsync(Stop) + await db.ReaderReports.CountAsync(Stop) + await db.BulkChanges.CountAsync(Stop) + await db.Corrections.CountAsync(Stop) + await db.RefusedTags.CountAsync(Stop)));
        Assert.DoesNotContain(await store.RowsAsync(db => db.AuditEntries.Select(e => e.Detail + e.Before + e.After).ToListAsync(Stop)), d => d.Contains("Sutarjo", StringComparison.Ordinal));
    }

    private static Task<List<ArticleEdit>> EditsAsync(TestStore store, Guid id) => store.RowsAsync(db => db.ArticleEdits.AsNoTracking().Where(e => e.ArticleId == id).OrderBy(e => e.Id).ToListAsync(Stop));

    private async Task<Guid> SaveAsync(TestStore store, Source source, string title, string body)
    {
        var tagged = tagger.Instance.Tag(Written.Article(title, body).Article);
        var saved = await store.UseAsync<ArticleStore, ItemResult>(s => s.SaveAsync(source, new ArticleOffer("a"), tagged, new SourceItem { SourceId = source.Id, Key = "a" }, null, Stop));
        return saved.ArticleId!.Value;
    }
}
