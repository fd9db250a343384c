using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Tagging;
using KamtibmasPortal.News.Text.Words;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>The reference tables that come with the software, and their way into the store.</summary>
public static class ReferenceData
{
    private const int RowsPerInsert = 1000;

    // Whoever names regions shares these: each of them would hold its own sixteen megabytes.
    private static readonly Lazy<IReadOnlyList<Region>> s_regions = new(ReadRegions);

    /// <summary>All 91,599 units of Kepmendagri 300.2.2-2430/2025, by code.</summary>
    public static IReadOnlyList<Region> Regions() => s_regions.Value;

    private static List<Region> ReadRegions()
    {
        using var packed = new MemoryStream(Read("regions.tsv.br"));
        using var reader = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        var regions = new List<Region>(91_599);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            regions.Add(new Region(line[..tab], line[(tab + 1)..]));
        }

        return regions;
    }

    public static IReadOnlyList<Topic> Topics() =>
        [.. Rows("topics.tsv").Select((cells, i) => new Topic { Slug = cells[0], Name = cells[1], Description = cells[2], Position = i })];

    /// <summary>Units that a register lists, with their other names.</summary>
    public static IReadOnlyList<RegisteredAgency> Agencies() =>
        [.. Rows("agencies.tsv").Select(c => new RegisteredAgency(
            new Agency { Slug = c[0], Kind = c[1], Name = c[2], RegionCode = c[3] is "" ? null : c[3], ParentSlug = c.ElementAtOrDefault(6) is "" ? null : c.ElementAtOrDefault(6) },
            List(c[5])))];

    /// <summary>What each registered unit covers and covered.</summary>
    public static AgencyTerritories Territories() => new(
        Rows("agencies.tsv").Where(c => c[3] != "").Select(c => new AgencyTerritory(c[0], null, [.. Codes(c[3]), .. Codes(c[4])], c.ElementAtOrDefault(6)))
            .Concat(Rows("agency-history.tsv").Select(c => new AgencyTerritory(c[0], DateOnly.ParseExact(c[1], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Codes(c[2]), c[3]))));

    /// <summary>The tagger over this version's tables; needs no store.</summary>
    public static ArticleTagger CreateTagger()
    {
        var gazetteer = new Gazetteer(Regions(), Aliases());
        var agencies = Agencies();
        var operations = new OperationReader(gazetteer, agencies.ToDictionary(a => a.Agency.Slug, a => a.Agency, StringComparer.Ordinal), Rows("operations.tsv"));
        return new ArticleTagger(gazetteer, new AgencyRegistry(gazetteer, AgencyKinds(), agencies), Territories(), operations, new TopicRules(Rows("topic-rules.tsv")), new TopicRules(Rows("sensitive-rules.tsv")));
    }

    /// <summary>Numbers to call, as they were found on the day that stands with each.</summary>
    public static IReadOnlyList<HelpContact> Contacts() =>
        [.. Rows("contacts.tsv").Select(c => new HelpContact(c[0], c[1], c[2], List(c[3]), List(c[4]), c[5], DateOnly.ParseExact(c[6], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))];

    /// <summary>Where each province stands on the map of tiles: code, short name, column and row, both from 0.</summary>
    public static IReadOnlyList<ProvinceTile> ProvinceTiles() =>
        [.. Rows("province-tiles.tsv").Select(c => new ProvinceTile(c[0], c[1], int.Parse(c[2], System.Globalization.CultureInfo.InvariantCulture), int.Parse(c[3], System.Globalization.CultureInfo.InvariantCulture)))];

    /// <summary>Finds places by what people type.</summary>
    public static PlaceFinder CreatePlaceFinder() => new(Regions(), Aliases());

    /// <summary>What queries may call things by.</summary>
    public static SearchNames CreateSearchNames(WordReader words)
    {
        var regions = Regions();
        var names = regions.Where(r => r.Code.Length <= 5).ToDictionary(r => r.Code, r => r.BaseName, StringComparer.Ordinal);
        var aliases = Rows("aliases.tsv").Where(c => c[2] is "abbr" or "spelling" or "former").Select(c => (Alias: c[0], Code: c[1])).ToList();
        var places = aliases.Where(a => names.ContainsKey(a.Code)).Select(a => new SearchAlias(a.Alias, names[a.Code]));
        var agencies = AgencyKinds().Select(k => (Short: k.Name.Split(' ')[0], Full: k.Patterns.FirstOrDefault(n => n.Contains(' ', StringComparison.Ordinal))))
            .Where(k => k.Full is not null && !k.Full.Contains(k.Short, StringComparison.OrdinalIgnoreCase) && !k.Short.Contains(' ', StringComparison.Ordinal))
            .Select(k => new SearchAlias(k.Short, k.Full!));
        return new SearchNames(words, regions, Topics(), aliases, places.Concat(agencies));
    }

    /// <summary>Words that may be meant by one that is misspelt; villages are left out, of whose names too many are near to everything.</summary>
    public static SearchSpelling CreateSearchSpelling(WordReader words) => new(words,
        Regions().Where(r => r.Level is not RegionLevel.Village).Select(r => r.Name)
            .Concat(AgencyKinds().SelectMany(k => k.Patterns.Append(k.Name)))
            .Concat(Agencies().Select(a => a.Agency.Name))
            .Concat(Rows("aliases.tsv").Select(c => c[0])));

    private static List<RegionAlias> Aliases() => [.. Rows("aliases.tsv").Select(c => new RegionAlias(c[0], c[1], c[2], District(c.ElementAtOrDefault(3))))];

    private static List<AgencyKind> AgencyKinds() =>
        [.. Rows("kinds.tsv").Select(c => new AgencyKind(c[0], c[1], c[2].Contains("national", StringComparison.Ordinal),
            [.. c[2].Split(',').Where(l => l != "national").Select(l => Enum.Parse<RegionLevel>(l, ignoreCase: true))], List(c[3]), List(c.ElementAtOrDefault(4))))];

    private static string[] List(string? cell) => cell is null or "" ? [] : cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string[] Codes(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? District(string? note) =>
        note?.Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(n => n.StartsWith("district=", StringComparison.Ordinal))?["district=".Length..];

    /// <summary>Cells of a tab-separated table, without its header, comments and empty lines.</summary>
    public static IEnumerable<string[]> Rows(string file) =>
        Encoding.UTF8.GetString(Read(file)).Split('\n').Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.TrimEnd('\r').Split('\t'));

    /// <summary>Brings the store's tables to this version's edition; does nothing when they are there already.</summary>
    public static Task LoadAsync(PortalDbContext db, CancellationToken cancellation) => LoadAsync(db, [.. Agencies().Select(a => a.Agency)], cancellation);

    /// <summary>The same with registered agencies of the caller's.</summary>
    public static async Task LoadAsync(PortalDbContext db, IReadOnlyList<Agency> agencies, CancellationToken cancellation)
    {
        await LoadOnceAsync(db, "regions", Read("regions.tsv.br"), () => InsertRegionsAsync(db, Regions(), cancellation), cancellation);
        await LoadOnceAsync(db, "topics", Read("topics.tsv"), () => MergeAsync(db.Topics, Topics(), t => t.Slug, cancellation), cancellation);
        await LoadOnceAsync(db, "agencies", Read("agencies.tsv"), () => MergeAsync(db.Agencies, agencies, a => a.Slug, cancellation), cancellation);
    }

    private static async Task LoadOnceAsync(PortalDbContext db, string name, byte[] packed, Func<Task> load, CancellationToken cancellation)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(packed));
        for (var attempt = 1; ; attempt++)
        {
            var held = await db.ReferenceVersions.FindAsync([name], cancellation);
            if (held?.Sha256 == sha256)
            {
                return;
            }

            try
            {
                await ReplaceAsync(db, held, new ReferenceVersion { Name = name, Sha256 = sha256 }, load, cancellation);
                return;
            }
            catch (DbUpdateException e) when (attempt < 3 && db.IsUniqueViolation(e))
            {
                // Another node starts on the same store and was first.
                db.ChangeTracker.Clear();
            }
        }
    }

    private static async Task ReplaceAsync(PortalDbContext db, ReferenceVersion? held, ReferenceVersion edition, Func<Task> load, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (held is null)
        {
            db.ReferenceVersions.Add(edition);
        }
        else
        {
            held.Sha256 = edition.Sha256;
        }

        // Before the rows themselves: a second node waits here instead of writing them all again.
        await db.SaveChangesAsync(cancellation);
        await load();
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private static async Task MergeAsync<T>(DbSet<T> table, IReadOnlyList<T> rows, Func<T, string> key, CancellationToken cancellation)
        where T : class
    {
        var known = (await table.AsNoTracking().ToListAsync(cancellation)).Select(key).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (known.Contains(key(row)))
            {
                table.Update(row);
            }
            else
            {
                table.Add(row);
            }
        }
    }

    /// <summary>Entity by entity would take 20 times as long; both stores read this form of INSERT.</summary>
    private static async Task InsertRegionsAsync(PortalDbContext db, IReadOnlyList<Region> regions, CancellationToken cancellation)
    {
        foreach (var rows in regions.Chunk(RowsPerInsert))
        {
            var sql = new StringBuilder("""INSERT INTO "Regions" ("Code", "Name", "ParentCode") VALUES """);
            var values = new List<object?>(rows.Length * 3);
            foreach (var region in rows)
            {
                sql.Append(values.Count == 0 ? "" : ", ").Append(System.Globalization.CultureInfo.InvariantCulture, $"({{{values.Count}}}, {{{values.Count + 1}}}, {{{values.Count + 2}}})");
                values.AddRange([region.Code, region.Name, region.ParentCode]);
            }

            sql.Append(""" ON CONFLICT ("Code") DO UPDATE SET "Name" = excluded."Name" """);
            await db.Database.ExecuteSqlRawAsync(sql.ToString(), values!, cancellation);
        }
    }

    private static byte[] Read(string file)
    {
        var assembly = typeof(ReferenceData).Assembly;
        using var stream = assembly.GetManifestResourceStream($"KamtibmasPortal.News.Storage.Reference.{file}")
            ?? throw new InvalidOperationException($"Reference table {file} is missing from the assembly.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
