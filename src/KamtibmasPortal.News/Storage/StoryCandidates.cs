using System.Data.Common;
using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Stories;

namespace KamtibmasPortal.News.Storage;

/// <summary>An entry of the store as the matcher takes it, with what was flagged of its date.</summary>
internal sealed record KnownEntry(StoryArticle Article, int? ConflictDay, int? AgreedDay);

/// <summary>Finds the articles that one may belong to, by keys alone: never all with all.</summary>
internal sealed class StoryCandidates(PortalDbContext db)
{
    private const int MostByText = 40;
    private const int MostByMarks = 40;
    private const int MostByPlace = 120;
    private const string Columns = """e."ArticleId", e."StoryId", e."IsPinned", e."Day", e."ConflictDay", e."AgreedDay", e."Profile" """;

    /// <summary>Entries that share text, names or numbers, or region and day with an article: one question to the store.</summary>
    public async Task<List<KnownEntry>> OfAsync(StoryProfile profile, int day, CancellationToken cancellation)
    {
        var asked = new Question(day);
        asked.Sharing(StoryKeys.OfText(profile), StoryKeys.CopyWindow, MostByText);
        asked.Sharing(StoryKeys.OfMarks(profile), StoryKeys.EventWindow, MostByMarks);
        asked.Near(StoryKeys.Asked(profile), StoryKeys.EventWindow, MostByPlace);
        return asked.Parts.Count == 0 ? [] : await ReadAsync($"""SELECT {Columns} FROM "StoryEntries" e WHERE e."Number" IN ({string.Join(" UNION ", asked.Parts)})""", [.. asked.Values], cancellation);
    }

    /// <summary>Members of stories, of large ones no more than are needed to see that they are large.</summary>
    public async Task<List<KnownEntry>> MembersAsync(IReadOnlyCollection<Guid> storyIds, CancellationToken cancellation)
    {
        var members = new List<KnownEntry>();
        foreach (var story in storyIds)
        {
            members.AddRange(await ReadAsync($"""SELECT {Columns} FROM "StoryEntries" e WHERE e."StoryId" = @p0 ORDER BY e."IsPinned" DESC, e."Number" LIMIT {StoryMatcher.LargestSorted + 1}""", [story], cancellation));
        }

        return members;
    }

    private async Task<List<KnownEntry>> ReadAsync(string sql, object[] values, CancellationToken cancellation) =>
        [.. (await db.ReadRowsAsync(sql, values, Read, cancellation)).OfType<KnownEntry>()];

    /// <summary>Null where the profile is of another version: that article is passed over until it is read anew.</summary>
    private static KnownEntry? Read(DbDataReader row) => StoryProfileBytes.Read(row.GetFieldValue<byte[]>(6)) is { } profile
        ? new KnownEntry(new StoryArticle(row.GetGuid(0), row.GetInt32(3), profile, row.IsDBNull(1) ? null : row.GetGuid(1), row.GetBoolean(2)), Number(row, 4), Number(row, 5))
        : null;

    private static int? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    /// <summary>The parts of one question and their values, in few shapes: a statement that was asked before is prepared already.</summary>
    private sealed class Question(int day)
    {
        private const int Step = 8;

        public List<string> Parts { get; } = [];

        public List<object> Values { get; } = [day];

        public void Sharing(IReadOnlyList<long> keys, int window, int most)
        {
            if (keys.Count > 0)
            {
                Parts.Add($"""SELECT "Number" FROM (SELECT "Number" FROM "StoryKeys" WHERE {Within(keys, window)} GROUP BY "Number" HAVING COUNT(*) >= {StoryKeys.FewestShared} ORDER BY COUNT(*) DESC, "Number" LIMIT {most}) x""");
            }
        }

        public void Near(IReadOnlyList<long> keys, int window, int most)
        {
            if (keys.Count > 0)
            {
                Parts.Add($"""SELECT "Number" FROM (SELECT "Number" FROM "StoryKeys" WHERE {Within(keys, window)} ORDER BY ABS("Day" - @p0), "Number" DESC LIMIT {most}) x""");
            }
        }

        /// <summary>A list is filled up with its last key: to ask twice for one changes nothing.</summary>
        private string Within(IReadOnlyList<long> keys, int window)
        {
            var filled = keys.Concat(Enumerable.Repeat(keys[^1], (Step - (keys.Count % Step)) % Step)).ToList();
            var names = filled.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{Values.Count + i}"));
            var within = $""" "Key" IN ({string.Join(',', names)}) AND "Day" BETWEEN @p0 - {window} AND @p0 + {window}""";
            Values.AddRange(filled.Cast<object>());
            return within;
        }
    }
}
