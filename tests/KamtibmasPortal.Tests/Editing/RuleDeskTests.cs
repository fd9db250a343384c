using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Editing;

/// <summary>Changes of the rules over a real archive: shown before they are applied, applied as shown, undone to identical tags.</summary>
public sealed class RuleDeskTests(Stores stores)
{
    private static readonly string[] s_alias = ["Sikawan", "61.72", "spelling"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task An_alias_is_previewed_applied_and_undone_to_identical_tags(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var visit = new RuleVisit(store);
        var with = await FillAsync(store, visit, with: 3, without: 5);
        var before = await visit.TagsAsync();

        var shown = await visit.PreviewAsync(RuleTable.RegionAlias, s_alias);
        Assert.Equal(RuleState.Previewed, shown.State);
        Assert.Equal((8, 3, 0), (shown.Effect.Looked, shown.Effect.Gaining, shown.Effect.Losing));
        Assert.All(shown.Effect.Gained, s => Assert.Equal("Sikawan", s.Sentence.Substring(s.Start, s.Length)));
        Assert.Contains("61.72", shown.Effect.Gained.Select(s => s.Key));
        Assert.Equal(before, await visit.TagsAsync());

        var applied = await visit.ApplyAsync(shown.Id);
        Assert.Equal(RuleState.Applied, applied.State);
        Assert.Equal((8, 3, 0), (applied.Effect.Looked, applied.Effect.Gaining, applied.Effect.Losing));
        Assert.NotEqual(before, await visit.TagsAsync());
        foreach (var id in with)
        {
            Assert.Contains("Rule 61.72", await visit.TagsAsync(id));
        }

        // What comes in from now on is tagged by it, in this process and in another that reads the store again.
        var late = await visit.StoreAsync((await SourceAsync(store))!, "baru", "Ronda Sikawan", Body(99));
        Assert.Contains("Rule 61.72", await visit.TagsAsync(late));
        var other = new RuleVisit(store);
        await other.Book.ReadAsync(Stop);
        Assert.Equal(visit.Book.Current.Mark, other.Book.Current.Mark);

        var undone = await visit.UndoAsync(shown.Id);
        Assert.Equal(RuleState.Undone, undone.State);
        Assert.Equal(1, undone.Effect.TaggedAnew);
        Assert.DoesNotContain("Rule 61.72", await visit.TagsAsync(late));
        await store.UseAsync<ArticleStore>(s => s.EraseAsync(late, "uji", new AuditTrail(store.Clock).Entry("x", AuditActs.Erase, "x"), Stop));
        Assert.Equal(before, await visit.TagsAsync());
        Assert.Equal(0, await store.RowsAsync(db => db.RetagChanges.CountAsync(Stop)));
        Assert.Equal(RuleSet.Shipped.Mark, visit.Book.Current.Mark);
        Assert.Equal([RuleActs.Apply, RuleActs.Draft, RuleActs.Undo], (await store.RowsAsync(db => db.AuditEntries.Where(e => e.Subject == shown.Id.ToString()).Select(e => e.Act).ToListAsync(Stop))).Order(StringComparer.Ordinal));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_cue_and_its_removal_change_what_the_preview_says(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var visit = new RuleVisit(store);
        await FillAsync(store, visit, with: 0, without: 4);
        var source = (await SourceAsync(store))!;
        var one = await visit.StoreAsync(source, "gerandong", "Polisi Bubarkan Gerandong Motor di Kota Singkawang", "SINGKAWANG - Aksi gerandong motor meresahkan warga Kota Singkawang. Polisi membubarkan gerandong motor itu menjelang subuh.");
        var before = await visit.TagsAsync();
        Assert.DoesNotContain("Rule kejahatan-jalanan", await visit.TagsAsync(one));

        var cue = await visit.PreviewAsync(RuleTable.TopicCue, ["kejahatan-jalanan", "3", "gerandong motor"]);
        Assert.Equal((1, 0), (cue.Effect.Gaining, cue.Effect.Losing));
        await visit.ApplyAsync(cue.Id);
        Assert.Contains("Rule kejahatan-jalanan", await visit.TagsAsync(one));
        var tagged = await visit.TagsAsync();

        // A lighter weight, then none at all, laid over the first change.
        var weaker = await visit.PreviewAsync(RuleTable.TopicCue, ["kejahatan-jalanan", "0.5", "gerandong motor"], cue.Key);
        Assert.Equal((0, 1), (weaker.Effect.Gaining, weaker.Effect.Losing));
        await visit.ApplyAsync(weaker.Id);
        Assert.Equal(RuleAnswer.Covered, await visit.DeskAsync(d => d.UndoAsync(cue.Id, RuleVisit.Rani, Stop)));
        await visit.UndoAsync(weaker.Id);
        Assert.Equal(tagged, await visit.TagsAsync());
        await visit.UndoAsync(cue.Id);
        Assert.Equal(before, await visit.TagsAsync());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_job_cut_off_goes_on_where_it_was_and_two_at_once_do_not_do_it_twice(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var visit = new RuleVisit(store);
        await FillAsync(store, visit, with: 120, without: 600);
        var before = await visit.TagsAsync();
        var id = await visit.ProposeAsync(RuleTable.RegionAlias, s_alias);
        Assert.False(await visit.RunAsync(id, RuleVisit.OneStep));
        Assert.InRange((await visit.ReadAsync(id)).Looked, 1, 719);
        Assert.True(await new RuleVisit(store).RunAsync(id));
        var shown = await visit.ReadAsync(id);
        Assert.Equal((720, 120), (shown.Effect.Looked, shown.Effect.Gaining));

        Assert.Equal(RuleAnswer.Done, await visit.DeskAsync(d => d.ApplyAsync(id, RuleVisit.Rani, Stop)));
        Assert.False(await visit.RunAsync(id, RuleVisit.OneStep));
        Assert.False(await visit.RunAsync(id, RuleVisit.OneStep));
        Assert.Equal(50, await store.RowsAsync(db => db.RetagChanges.CountAsync(Stop)));
        Assert.Equal(RuleAnswer.Refused, await visit.DeskAsync(d => d.UndoAsync(id, RuleVisit.Rani, Stop)));

        // The process is gone; two others find the job at the same moment.
        RuleVisit[] others = [new(store), new(store)];
        await Together.RunAsync(2, async i =>
        {
            for (var tries = 0; tries < 50 && !await others[i].RunAsync(id); tries++)
            {
                // The other one was first with a step.
            }
        });
        var applied = await visit.ReadAsync(id);
        Assert.Equal((RuleState.Applied, 720, 120), (applied.State, applied.Effect.Looked, applied.Effect.Gaining));
        Assert.Equal(120, await store.RowsAsync(db => db.RetagChanges.CountAsync(Stop)));

        Assert.Equal(RuleAnswer.Done, await visit.DeskAsync(d => d.UndoAsync(id, RuleVisit.Rani, Stop)));
        Assert.False(await visit.RunAsync(id, RuleVisit.OneStep));
        Assert.False(await visit.RunAsync(id, RuleVisit.OneStep));
        Assert.Equal(70, await store.RowsAsync(db => db.RetagChanges.CountAsync(Stop)));
        Assert.True(await new RuleVisit(store).RunAsync(id));
        Assert.Equal((120, 0), ((await visit.ReadAsync(id)).Effect.Losing, (await visit.ReadAsync(id)).Effect.TaggedAnew));
        Assert.Equal(before, await visit.TagsAsync());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Undoing_leaves_what_editors_and_publishers_did_in_between(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var (visit, desk) = (new RuleVisit(store), new DeskVisit(store));
        var ids = await FillAsync(store, visit, with: 4, without: 0);
        var untouched = await visit.TagsAsync(ids[3]);
        var change = await visit.PreviewAsync(RuleTable.RegionAlias, s_alias);
        await visit.ApplyAsync(change.Id);

        await desk.EditAsync(ids[0], new ArticleDraft { Tags = [new TagChoice(TagKind.Region, "61.72", TagVerdict.Accept)] });
        await desk.EditAsync(ids[1], new ArticleDraft { Tags = [new TagChoice(TagKind.Region, "61.72", TagVerdict.Refuse)] });
        await visit.StoreAsync((await SourceAsync(store))!, "dengan-2", "Ronda Sikawan dan Kota Pontianak", "Warga Kota Pontianak belajar cara ronda dari warga Sikawan. Polresta Pontianak mendampingi warga Kota Pontianak.");
        var undone = await visit.UndoAsync(change.Id);

        Assert.Equal(3, undone.Effect.TaggedAnew);
        Assert.Contains("Editor 61.72", await visit.TagsAsync(ids[0]));
        Assert.DoesNotContain(await visit.TagsAsync(ids[1]), t => t.EndsWith(" 61.72", StringComparison.Ordinal));
        Assert.Contains("Rule 61.71", await visit.TagsAsync(ids[2]));
        Assert.DoesNotContain("Rule 61.72", await visit.TagsAsync(ids[2]));
        Assert.Equal(untouched, await visit.TagsAsync(ids[3]));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_rule_that_gives_half_the_archive_a_tag_is_refused(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var visit = new RuleVisit(store);
        await FillAsync(store, visit, with: 30, without: 30);

        var change = await visit.PreviewAsync(RuleTable.RegionAlias, s_alias);

        Assert.True(change.Effect.IsTooBroad);
        Assert.Equal(RuleAnswer.TooBroad, await visit.DeskAsync(d => d.ApplyAsync(change.Id, RuleVisit.Rani, Stop)));
        Assert.Equal(RuleState.Previewed, (await visit.ReadAsync(change.Id)).State);
        Assert.Equal(RuleAnswer.Done, await visit.DeskAsync(d => d.DiscardAsync(change.Id, RuleVisit.Rani, Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_preview_under_other_rules_must_be_made_again(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var visit = new RuleVisit(store);
        var first = await visit.PreviewAsync(RuleTable.RegionAlias, s_alias);
        var second = await visit.PreviewAsync(RuleTable.RegionAlias, ["Ponti", "61.71", "abbr"]);
        await visit.ApplyAsync(first.Id);

        Assert.Equal(RuleAnswer.Outdated, await visit.DeskAsync(d => d.ApplyAsync(second.Id, RuleVisit.Rani, Stop)));
        Assert.Equal(RuleAnswer.Done, await visit.DeskAsync(d => d.PreviewAsync(second.Id, Stop)));
        Assert.True(await visit.RunAsync(second.Id));
        Assert.Equal(RuleAnswer.Done, await visit.DeskAsync(d => d.ApplyAsync(second.Id, RuleVisit.Rani, Stop)));
        Assert.Equal(RuleAnswer.Busy, await visit.DeskAsync(d => d.UndoAsync(first.Id, RuleVisit.Rani, Stop)));
        Assert.Equal(RuleAnswer.NotFound, await visit.DeskAsync(d => d.UndoAsync(Guid.NewGuid(), RuleVisit.Rani, Stop)));
    }

    internal static async Task<List<Guid>> FillAsync(TestStore store, RuleVisit visit, int with, int without)
    {
        var source = await store.AddSourceAsync("Kabar", "Kabar Kapuas");
        var ids = new List<Guid>();
        for (var i = 0; i < without; i++)
        {
            await visit.StoreAsync(source, $"tanpa-{i}", $"Banjir Rendam {i + 2} Rumah di Kota Pekalongan", $"PEKALONGAN - Banjir merendam {i + 2} rumah di Kota Pekalongan. BPBD Kota Pekalongan mengungsikan {i + 3} keluarga ke balai warga.");
            store.Clock.Advance(TimeSpan.FromMilliseconds(2));
        }

        for (var i = 0; i < with; i++)
        {
            ids.Add(await visit.StoreAsync(source, $"dengan-{i}", $"Ronda Malam di Sikawan Masuki Pekan {i + 2}", Body(i)));
            store.Clock.Advance(TimeSpan.FromMilliseconds(2));
        }

        return ids;
    }

    private static string Body(int number) => $"Warga di Sikawan menghidupkan {number + 4} pos ronda. Lurah menyediakan {number + 5} lampu senter bagi peronda Sikawan.";

    private static Task<Source?> SourceAsync(TestStore store) => store.RowsAsync(db => db.Sources.AsNoTracking().FirstOrDefaultAsync(Stop));
}
