using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Storage;

public sealed class ArticleStoreTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_new_article_is_stored_whole_with_the_regions_above_its_own(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres", display: Display.Excerpt);
        var evidence = new TagEvidence(EvidenceField.Body, EvidenceRole.Dateline, 0, 13, "Jakarta Timur", "region.dateline");
        var written = Written.Article("Warga Gedong menggelar ronda", "Jakarta Timur - Warga menggelar ronda.\n\nRonda itu rutin.",
            new ArticleTag { Kind = TagKind.Region, Key = "31.75.05.1001", IsMain = true, Origin = TagOrigin.Rule, Confidence = 0.97, Evidence = [evidence] }, Written.Topic("kemitraan-warga", main: true)).On(2023, 1, 6);
        written = written with
        {
            Article = written.Article with
            {
                Caption = "Ronda di Gedong",
                Author = "AJ",
                TitleDerived = true,
                ImageUrl = "https://contoh.id/a.jpg",
                DatelineLength = "Jakarta Timur - ".Length,
                ZoneMinutes = 480,
                Dates = [new ArticleDate(DateRole.Dateline, "Jumat (6/1/2023)", new DateOnly(2023, 1, 6))],
            },
        };

        var result = await store.SaveAsync(source, "a.txt", written);

        Assert.Equal(ItemOutcome.Stored, result.Outcome);
        var article = await OneAsync(store);
        Assert.Equal(result.ArticleId, article.Id);
        Assert.Equal(
            ("a.txt", "Humas Polres", "Warga Gedong menggelar ronda", true, "Warga menggelar ronda.", "Jakarta Timur - Warga menggelar ronda.\n\nRonda itu rutin."),
            (article.Key, article.Publisher, article.Title, article.TitleDerived, article.Summary, article.Body));
        Assert.Equal(("Ronda di Gedong", "AJ", "https://contoh.id/a.jpg", 480), (article.Caption, article.Author, article.ImageUrl, article.ZoneMinutes));
        Assert.Equal((new DateTime(2023, 1, 5, 17, 0, 0, DateTimeKind.Utc), DateTimeKind.Utc, DatePrecision.Day, new DateOnly(2023, 1, 6)),
            (article.PublishedAt!.Value, article.PublishedAt.Value.Kind, article.PublishedPrecision, article.PublishedDay!.Value));
        Assert.Equal(written.Article.Dates, article.Dates);
        Assert.Equal((TestStore.Start.UtcDateTime, article.PublishedAt.Value, ReviewState.Published, Display.Excerpt, 1), (article.FirstSeenAt, article.RankedAt, article.State, article.Display, article.Revision));
        Assert.Equal(ArticleStore.ContentHash(written.Article), article.ContentSha256);
        Assert.Equal(["31.75.05.1001*", "(31)", "(31.75)", "(31.75.05)", "kemitraan-warga*"], Tags(article));
        Assert.Equal([evidence], article.Tags.Single(t => t.Key == "31.75.05.1001").Evidence);
        var item = await store.RowsAsync(db => db.SourceItems.AsNoTracking().SingleAsync(Stop));
        Assert.Equal((ItemOutcome.Stored, (Guid?)article.Id, TestStore.Start.UtcDateTime), (item.Outcome, item.ArticleId, item.SeenAt));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task The_same_item_again_changes_nothing(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        var first = await store.SaveAsync(source, "a.txt", Written.Article("Patroli malam", null, Written.Region("31.75")));
        var before = await OneAsync(store);
        store.Clock.Advance(TimeSpan.FromHours(1));

        var again = await store.SaveAsync(source, "a.txt", Written.Article("Patroli malam", null, Written.Region("31.75")));

        Assert.Equal((ItemOutcome.Unchanged, first.ArticleId), (again.Outcome, again.ArticleId));
        Assert.Equivalent(before, await OneAsync(store), strict: true);
        Assert.Equal(0, await store.RowsAsync(db => db.Revisions.CountAsync(Stop)));
        Assert.Equal(TestStore.Start.UtcDateTime.AddHours(1), await store.RowsAsync(db => db.SourceItems.Select(i => i.SeenAt).SingleAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Each_change_keeps_the_version_before_it_and_replaces_what_machines_tagged(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        var first = await store.SaveAsync(source, "a.txt", Written.Article("Judul satu", "Isi satu.", Written.Region("31.75", main: true), Written.Topic("nataru", main: true)));
        var born = await OneAsync(store);
        store.Clock.Advance(TimeSpan.FromHours(1));
        var second = await store.SaveAsync(source, "a.txt", Written.Article("Judul dua", "Isi dua.", Written.Region("31.75", main: true), Written.Region("61.72"), Written.Topic("bencana", main: true)));
        store.Clock.Advance(TimeSpan.FromHours(1));
        var third = await store.SaveAsync(source, "a.txt", Written.Article("Judul tiga", "Isi tiga.", Written.Region("61.72", main: true)));

        Assert.Equal([ItemOutcome.Revised, ItemOutcome.Revised], [second.Outcome, third.Outcome]);
        Assert.Equal([first.ArticleId, first.ArticleId], [second.ArticleId, third.ArticleId]);
        var article = await OneAsync(store);
        Assert.Equal(("Judul tiga", "Isi tiga.", 3, born.FirstSeenAt), (article.Title, article.Body, article.Revision, article.FirstSeenAt));
        Assert.NotEqual(born.Version, article.Version);
        Assert.Equal(["61.72*", "(61)"], Tags(article));
        var revisions = await store.RowsAsync(db => db.Revisions.AsNoTracking().OrderBy(r => r.Number).ToListAsync(Stop));
        Assert.Equal([(1, "Judul satu", "Isi satu."), (2, "Judul dua", "Isi dua.")], revisions.Select(r => (r.Number, r.Title, r.Body)));
        Assert.Equal(born.ContentSha256, revisions[0].ContentSha256);
        Assert.Equal([TestStore.Start.UtcDateTime, TestStore.Start.UtcDateTime.AddHours(1)], revisions.Select(r => r.SeenAt));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_changed_caption_or_author_is_a_revision_too(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        var written = Written.Article("Patroli malam");
        await store.SaveAsync(source, "a.txt", written);

        var caption = await store.SaveAsync(source, "a.txt", written with { Article = written.Article with { Caption = "Petugas" } });
        var moved = await store.SaveAsync(source, "a.txt", written with { Article = written.Article with { Author = "Petugas" } });
        var author = await store.SaveAsync(source, "a.txt", written with { Article = written.Article with { Author = "RD" } });

        Assert.Equal([ItemOutcome.Revised, ItemOutcome.Revised, ItemOutcome.Revised], [caption.Outcome, moved.Outcome, author.Outcome]);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_an_editor_tagged_survives_a_revision_and_stays_main(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        var saved = await store.SaveAsync(source, "a.txt", Written.Article("Judul satu", null, Written.Region("31.75", main: true)));
        await store.RowsAsync(async db =>
        {
            await db.ArticleTags.ExecuteUpdateAsync(s => s.SetProperty(t => t.IsMain, false), Stop);
            db.ArticleTags.AddRange(
                new ArticleTag { ArticleId = saved.ArticleId!.Value, Kind = TagKind.Region, Key = "61.72", IsMain = true, Origin = TagOrigin.Editor, Confidence = 1 },
                new ArticleTag { ArticleId = saved.ArticleId!.Value, Kind = TagKind.Topic, Key = "bencana", IsMain = true, Origin = TagOrigin.Editor, Confidence = 1 });
            await db.SaveChangesAsync(Stop);
        });

        await store.SaveAsync(source, "a.txt", Written.Article("Judul dua", null, Written.Region("31.75", main: true), Written.Topic("nataru", main: true), Written.Topic("bencana")));

        var article = await OneAsync(store);
        Assert.Equal(["61.72*", "31.75", "(31)", "(61)", "bencana*", "nataru"], Tags(article));
        Assert.Equal([TagOrigin.Editor, TagOrigin.Editor], article.Tags.Where(t => t.Key is "61.72" or "bencana").Select(t => t.Origin));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_region_that_was_implied_before_can_be_tagged_itself(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        await store.SaveAsync(source, "a.txt", Written.Article("Judul satu", null, Written.Region("31.75", main: true)));

        await store.SaveAsync(source, "a.txt", Written.Article("Judul dua", null, Written.Region("31.74"), Written.Region("31.75"), Written.Region("31", main: true)));

        Assert.Equal(["31*", "31.74", "31.75"], Tags(await OneAsync(store)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_change_that_may_identify_a_child_takes_the_article_back_to_the_editors(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        await store.SaveAsync(source, "a.txt", Written.Article("Judul satu"));
        await store.SaveAsync(source, "b.txt", Written.Article("Judul lain"));
        await store.RowsAsync(db => db.Articles.Where(a => a.Key == "b.txt").ExecuteUpdateAsync(s => s.SetProperty(a => a.State, ReviewState.Rejected), Stop));

        await store.SaveAsync(source, "a.txt", Written.Article("Judul dua") with { Sensitive = true });
        await store.SaveAsync(source, "b.txt", Written.Article("Judul lain lagi") with { Sensitive = true });

        Assert.Equal([ReviewState.Pending, ReviewState.Rejected], await store.RowsAsync(db => db.Articles.OrderBy(a => a.Key).Select(a => a.State).ToListAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Dates_and_evidence_are_kept_with_the_names_of_their_roles(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        var written = Written.Article("Judul", null, new ArticleTag { Kind = TagKind.Topic, Key = "nataru", Evidence = [new(EvidenceField.Title, EvidenceRole.Lead, 0, 5, "Judul", "r")] });

        await store.SaveAsync(source, "a.txt", written with { Article = written.Article with { Dates = [new(DateRole.Caption, "14/12", new DateOnly(2023, 12, 14))] } });

        Assert.Contains("\"Caption\"", await store.RowsAsync(db => db.Database.SqlQuery<string>($"""SELECT "Dates" AS "Value" FROM "Articles" """).SingleAsync(Stop)), StringComparison.Ordinal);
        var evidence = await store.RowsAsync(db => db.Database.SqlQuery<string>($"""SELECT "Evidence" AS "Value" FROM "ArticleTags" """).SingleAsync(Stop));
        Assert.Contains("\"Title\"", evidence, StringComparison.Ordinal);
        Assert.Contains("\"Lead\"", evidence, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_time_of_no_stated_kind_is_utc(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        await store.RowsAsync(async db =>
        {
            db.SourceStates.Add(new SourceState { SourceId = source.Id, NextDueAt = new DateTime(2024, 1, 1, 12, 0, 0, DateTimeKind.Unspecified) });
            await db.SaveChangesAsync(Stop);
        });

        Assert.Equal(new DateTime(2024, 1, 1, 12, 0, 0, DateTimeKind.Utc), await store.RowsAsync(db => db.SourceStates.Select(s => s.NextDueAt).SingleAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task The_same_text_of_one_publisher_is_kept_once_and_that_of_another_always(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var humas = await store.AddSourceAsync("Humas", "Humas Polres");
        var mirror = await store.AddSourceAsync("Humas, cermin", "Humas Polres");
        var daily = await store.AddSourceAsync("Harian", "Harian Warga");
        var written = Written.Article("Patroli malam");
        var first = await store.SaveAsync(humas, "a.txt", written);

        var otherKey = await store.SaveAsync(humas, "b.txt", written);
        var otherSource = await store.SaveAsync(mirror, "a.txt", written);
        var otherPublisher = await store.SaveAsync(daily, "a.txt", written);
        var nearCopy = await store.SaveAsync(daily, "b.txt", Written.Article("Patroli malam", written.Article.Body + " Situasi aman."));

        Assert.Equal([ItemOutcome.Duplicate, ItemOutcome.Duplicate, ItemOutcome.Stored, ItemOutcome.Stored], [otherKey.Outcome, otherSource.Outcome, otherPublisher.Outcome, nearCopy.Outcome]);
        Assert.Equal([first.ArticleId, first.ArticleId], [otherKey.ArticleId, otherSource.ArticleId]);
        Assert.Equal(3, await store.RowsAsync(db => db.Articles.CountAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task An_article_that_becomes_the_copy_of_another_stays_as_it_was(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        var first = await store.SaveAsync(source, "a.txt", Written.Article("Patroli malam"));
        var second = await store.SaveAsync(source, "b.txt", Written.Article("Patroli pagi"));

        var result = await store.SaveAsync(source, "b.txt", Written.Article("Patroli malam"));

        Assert.Equal((ItemOutcome.Duplicate, first.ArticleId), (result.Outcome, result.ArticleId));
        Assert.Equal("Patroli pagi", await store.RowsAsync(db => db.Articles.Where(a => a.Id == second.ArticleId).Select(a => a.Title).SingleAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task An_agency_that_nobody_registered_is_added_once_and_a_known_one_left_alone(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        var assumed = new Agency { Slug = "polsek-gedong", Kind = "polsek", Name = "Polsek Gedong", IsAssumed = true };
        var written = Written.Article("Patroli malam", null, Written.Agency("polsek-gedong"));

        await store.SaveAsync(source, "a.txt", written with { Agencies = [assumed, assumed with { }] });
        await store.SaveAsync(source, "b.txt", Written.Article("Patroli pagi", null, Written.Agency("polsek-gedong")) with { Agencies = [assumed with { Name = "another name" }] });

        Assert.Equal([assumed], await store.RowsAsync(db => db.Agencies.ToListAsync(Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_date_in_the_future_does_not_rank_above_what_was_seen_first(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        await store.SaveAsync(source, "future.txt", Written.Article("Masa depan").On(2031, 1, 1));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.SaveAsync(source, "undated.txt", Written.Article("Tanpa tanggal"));
        await store.SaveAsync(source, "past.txt", Written.Article("Masa lalu").On(2023, 12, 31));

        var ranked = await store.RowsAsync(db => db.Articles.ToDictionaryAsync(a => a.Key, a => a.RankedAt, Stop));

        Assert.Equal(TestStore.Start.UtcDateTime, ranked["future.txt"]);
        Assert.Equal(TestStore.Start.UtcDateTime.AddMinutes(1), ranked["undated.txt"]);
        Assert.Equal(new DateTime(2023, 12, 30, 17, 0, 0, DateTimeKind.Utc), ranked["past.txt"]);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_long_lead_is_cut_at_a_word_and_never_inside_a_character(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        await store.SaveAsync(source, "words.txt", Written.Article("Kata", string.Join(' ', Enumerable.Repeat("keamanan", 60))));
        await store.SaveAsync(source, "one.txt", Written.Article("Satu kata", "a" + string.Concat(Enumerable.Repeat("\U0001F46E", 200))));

        var summaries = await store.RowsAsync(db => db.Articles.ToDictionaryAsync(a => a.Key, a => a.Summary, Stop));

        Assert.Equal(string.Join(' ', Enumerable.Repeat("keamanan", 31)) + " …", summaries["words.txt"]);
        Assert.Equal("a" + string.Concat(Enumerable.Repeat("\U0001F46E", 139)) + " …", summaries["one.txt"]);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task An_item_without_an_article_is_remembered_with_its_reason(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        async Task Record(ItemResult result) =>
            await store.UseAsync<ArticleStore>(articles => articles.RecordAsync(new SourceItem { SourceId = source.Id, Key = "a.bin", Fingerprint = "9" }, result, lease: null, Stop));

        await Record(ItemResult.Failed(FailureReason.FileUnreadable, "locked"));
        await Record(ItemResult.Rejected(RejectionReason.Binary, "NUL"));

        var item = await store.RowsAsync(db => db.SourceItems.AsNoTracking().SingleAsync(Stop));
        Assert.Equal((ItemOutcome.Rejected, RejectionReason.Binary, null, "NUL"), (item.Outcome, item.Rejection, item.Reason, item.Detail));
    }

    /// <summary>Keys with their marks: * main, () implied. Main first, then the tagged ones, then the implied.</summary>
    private static IEnumerable<string> Tags(Article article) =>
        article.Tags.OrderBy(t => t.Kind).ThenBy(t => t.IsImplied).ThenByDescending(t => t.IsMain).ThenBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => t.IsImplied ? $"({t.Key})" : t.IsMain ? t.Key + "*" : t.Key);

    private static Task<Article> OneAsync(TestStore store) =>
        store.RowsAsync(db => db.Articles.AsNoTracking().Include(a => a.Tags).SingleAsync(Stop));
}
