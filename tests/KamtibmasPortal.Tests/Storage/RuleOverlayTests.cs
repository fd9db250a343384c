using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Editing;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>What editors lay over the shipped rules: there after a start, kept by a newer version, gone without a trace when undone.</summary>
public sealed class RuleOverlayTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_shipped_row_is_read()
    {
        var rows = RuleSet.Shipped.Rows;

        Assert.Equal(ReferenceData.Rows("aliases.tsv").Count(), rows[RuleTable.RegionAlias].Count);
        Assert.Equal(ReferenceData.Rows("topic-rules.tsv").Count(), rows[RuleTable.TopicCue].Count);
        Assert.Equal(ReferenceData.Rows("agencies.tsv").Count(), RuleSet.Shipped.Agencies.Count);
        Assert.Equal(ReferenceData.Rows("agencies.tsv").Sum(c => c[5].Split('|', StringSplitOptions.RemoveEmptyEntries).Length), RuleSet.Shipped.Agencies.Sum(a => a.Aliases.Count));
        Assert.Equal(ReferenceData.Rows("contacts.tsv").Count(), RuleSet.Shipped.Contacts.Count);
    }

    [Fact]
    public void Names_under_other_aliases_are_found_as_if_all_had_been_read_anew()
    {
        var aliases = RuleSet.Shipped.Aliases;
        var other = aliases.Where(a => a.Name is not ("Jaktim" or "Ambarawa")).Append(new("Sikawan", "61.72", "spelling", null)).Append(new("Ponti", "61.71", "town", null)).ToList();
        var laid = RuleSet.Shipped.Gazetteer.With(other);
        var anew = new News.Tagging.Gazetteer(ReferenceData.Regions(), other);

        foreach (var name in aliases.Concat(other).Select(a => News.Tagging.Gazetteer.Squash(a.Name)).Distinct(StringComparer.Ordinal))
        {
            foreach (var level in Enum.GetValues<RegionLevel>())
            {
                Assert.Equal(anew.Find(level, name).ToArray(), laid.Find(level, name).ToArray());
            }

            Assert.Equal(anew.Town(name), laid.Town(name));
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_newer_version_keeps_what_editors_laid_over_it(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var visit = new RuleVisit(store);
        var added = await visit.PreviewAsync(RuleTable.Topic, ["lalu-lintas", "Lalu Lintas", "Kecelakaan, kemacetan, dan penertiban di jalan."]);
        await visit.ApplyAsync(added.Id);
        var renamed = await visit.PreviewAsync(RuleTable.Topic, ["bencana", "Bencana Alam", "Banjir, longsor, dan gempa."], "bencana");
        await visit.ApplyAsync(renamed.Id);
        var retired = await visit.PreviewAsync(RuleTable.Topic, null, "unjuk-rasa");
        await visit.ApplyAsync(retired.Id);
        var unit = await visit.PreviewAsync(RuleTable.Agency, ["polres-kepulauan-uji", "polres", "Polres Kepulauan Uji", "61.72", "", "polda-kalimantan-barat"]);
        await visit.ApplyAsync(unit.Id);
        var laid = await NamesAsync(store);
        Assert.Contains("lalu-lintas Lalu Lintas False", laid, StringComparison.Ordinal);
        Assert.Contains("bencana Bencana Alam False", laid, StringComparison.Ordinal);
        Assert.Contains("unjuk-rasa Unjuk Rasa True", laid, StringComparison.Ordinal);
        Assert.Contains("polres-kepulauan-uji False", laid, StringComparison.Ordinal);

        // As a version with other tables finds it.
        await store.RowsAsync(db => db.ReferenceVersions.ExecuteUpdateAsync(u => u.SetProperty(v => v.Sha256, "edisi lama"), Stop));
        await store.RowsAsync(db => ReferenceData.LoadAsync(db, [], Stop));

        Assert.Equal(laid, await NamesAsync(store));
        foreach (var id in new[] { unit.Id, retired.Id, renamed.Id, added.Id })
        {
            await visit.UndoAsync(id);
        }

        var plain = await NamesAsync(store);
        Assert.Contains("lalu-lintas Lalu Lintas True", plain, StringComparison.Ordinal);
        Assert.Contains("bencana Bencana False", plain, StringComparison.Ordinal);
        Assert.Contains("unjuk-rasa Unjuk Rasa False", plain, StringComparison.Ordinal);
        Assert.Contains("polres-kepulauan-uji True", plain, StringComparison.Ordinal);
        Assert.Equal(ReferenceData.Topics().Select(t => t.Slug), (await store.UseAsync<CatalogQueries, IReadOnlyList<Topic>>(c => c.TopicsAsync(Stop))).Select(t => t.Slug));
    }

    private static Task<string> NamesAsync(TestStore store) => store.RowsAsync(async db => string.Join('\n', [
        .. await db.Topics.AsNoTracking().OrderBy(t => t.Slug).Select(t => $"{t.Slug} {t.Name} {t.IsRetired}").ToListAsync(Stop),
        .. await db.Agencies.AsNoTracking().OrderBy(a => a.Slug).Select(a => $"{a.Slug} {a.IsAssumed}").ToListAsync(Stop)]));
}
