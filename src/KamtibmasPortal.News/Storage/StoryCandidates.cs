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
        string?[] parts =
        [
            Sharing(StoryKeys.OfText(profile), day, StoryKeys.CopyWindow, MostByText),
            Sharing(StoryKeys.OfMarks(profile), day, StoryKeys.EventWindow, MostByMarks),
            Near(StoryKeys.Asked(profile), day),
        ];
        var asked = string.Join(" UNION ", parts.OfType<string>());
        return asked.Length == 0 ? [] : await ReadAsync($"""SELECT {Columns} FROM "StoryEntries" e WHERE e."Number" IN ({asked})""", [], cancellation);
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

    // Keys are numbers of our own making: written into the statement they need no parameter each.
    private static string? Sharing(IReadOnlyList<long> keys, int day, int window, int most) => keys.Count == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"""SELECT "Number" FROM (SELECT "Number" FROM "StoryKeys" WHERE {Within(keys, day, window)} GROUP BY "Number" HAVING COUNT(*) >= {StoryKeys.FewestShared} ORDER BY COUNT(*) DESC, "Number" LIMIT {most}) x""");

    private static string? Near(IReadOnlyList<long> keys, int day) => keys.Count == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"""SELECT "Number" FROM (SELECT "Number" FROM "StoryKeys" WHERE {Within(keys, day, StoryKeys.EventWindow)} ORDER BY ABS("Day" - {day}), "Number" DESC LIMIT {MostByPlace}) x""");

    private static string Within(IReadOnlyList<long> keys, int day, int window) =>
        string.Create(CultureInfo.InvariantCulture, $""" "Key" IN ({string.Join(',', keys)}) AND "Day" BETWEEN {day - window} AND {day + window}""");

    private async Task<List<KnownEntry>> ReadAsync(string sql, object[] values, CancellationToken cancellation) =>
        [.. (await db.ReadRowsAsync(sql, values, Read, cancellation)).OfType<KnownEntry>()];

    /// <summary>Null where the profile is of another version: that article is passed over until it is read anew.</summary>
    private static KnownEntry? Read(DbDataReader row) => StoryProfileBytes.Read(row.GetFieldValue<byte[]>(6)) is { } profile
        ? new KnownEntry(new StoryArticle(row.GetGuid(0), row.GetInt32(3), profile, row.IsDBNull(1) ? null : row.GetGuid(1), row.GetBoolean(2)), Number(row, 4), Number(row, 5))
        : null;

    private static int? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
