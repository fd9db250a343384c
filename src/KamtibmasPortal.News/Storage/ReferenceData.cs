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

    private static readonly Lock s_regionsLock = new();

    // Whoever names regions shares these while somebody holds them. A portal that tags nothing (its pages read the store) lets twelve
    // megabytes go; whoever asks again has them read anew.
    private static readonly WeakReference<IReadOnlyList<Region>> s_regions = new(null!);

    /// <summary>All 91,599 units of Kepmendagri 300.2.2-2430/2025, by code.</summary>
    public static IReadOnlyList<Region> Regions()
    {
        lock (s_regionsLock)
        {
            if (!s_regions.TryGetTarget(out var regions))
            {
                s_regions.SetTarget(regions = ReadRegions());
            }

            return regions;
        }
    }

    /// <summary>The list is in the order of codes: a unit stands behind the one it belongs to. Many villages bear the same name.</summary>
    private static List<Region> ReadRegions()
    {
        using var packed = new MemoryStream(Read("regions.tsv.br"));
        using var reader = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        var regions = new List<Region>(91_599);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var above = new Region?[4];
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var (code, name) = (line[..tab], line[(tab + 1)..]);
            if (!names.TryGetValue(name, out var shared))
            {
                names.Add(shared = name);
            }

            var level = (int)Region.LevelOf(code);
            var region = new Region(code, shared) { ParentCode = level > 1 ? above[level - 2]!.Code : null };
            above[level - 1] = region;
            regions.Add(region);
        }

        return regions;
    }

    public static IReadOnlyList<Topic> Topics() => RuleSet.Shipped.Topics;

    /// <summary>Units that a register lists, with their other names.</summary>
    public static IReadOnlyList<RegisteredAgency> Agencies() => RuleSet.Shipped.Agencies;

    /// <summary>What each registered unit covers and covered.</summary>
    public static AgencyTerritories Territories() => RuleSet.Shipped.Territories;

    /// <summary>A tagger over this version's tables, made from nothing; needs no store.</summary>
    public static ArticleTagger CreateTagger() => new RuleSet(RuleRows.Read()).Tagger;

    /// <summary>Where each province stands on the map of tiles: code, short name, column and row, both from 0.</summary>
    public static IReadOnlyList<ProvinceTile> ProvinceTiles() =>
        [.. Rows("province-tiles.tsv").Select(c => new ProvinceTile(c[0], c[1], int.Parse(c[2], System.Globalization.CultureInfo.InvariantCulture), int.Parse(c[3], System.Globalization.CultureInfo.InvariantCulture)))];

    /// <summary>Finds places by what people type.</summary>
    public static PlaceFinder CreatePlaceFinder() => RuleSet.Shipped.Places;

    /// <summary>What queries may call things by.</summary>
    public static SearchNames CreateSearchNames(WordReader words) => RuleSet.Shipped.Names(words);

    /// <summary>Sorts of agencies, with the words that name them.</summary>
    public static IReadOnlyList<AgencyKind> AgencyKinds() =>
        [.. Rows("kinds.tsv").Select(c => new AgencyKind(c[0], c[1], c[2].Contains("national", StringComparison.Ordinal),
            [.. c[2].Split(',').Where(l => l != "national").Select(l => Enum.Parse<RegionLevel>(l, ignoreCase: true))], List(c[3]), List(c.ElementAtOrDefault(4))))];

    internal static string[] List(string? cell) => cell is null or "" ? [] : cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    internal static string[] Codes(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Cells of a tab-separated table, without its header, comments and empty lines.</summary>
    public static IEnumerable<string[]> Rows(string file) =>
        Encoding.UTF8.GetString(Read(file)).Split('\n').Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.TrimEnd('\r').Split('\t'));

    /// <summary>Brings the store's tables to this version's edition; does nothing when they are there already.</summary>
    public static Task LoadAsync(PortalDbContext db, CancellationToken cancellation) => LoadAsync(db, [.. Agencies().Select(a => a.Agency)], cancellation);

    /// <summary>The same with registered agencies of the caller's.</summary>
    public static async Task LoadAsync(PortalDbContext db, IReadOnlyList<Agency> agencies, CancellationToken cancellation)
    {
        await LoadOnceAsync(db, "regions", Read("regions.tsv.br"), () => InsertRegionsAsync(db, Regions(), cancellation), cancellation);
        await LoadOnceAsync(db, "topics", Read("topics.tsv"), () => MergeAsync(db, RuleTable.Topic, db.Topics, Topics(), t => t.Slug, cancellation), cancellation);
        await LoadOnceAsync(db, "agencies", Read("agencies.tsv"), () => MergeAsync(db, RuleTable.Agency, db.Agencies, agencies, a => a.Slug, cancellation), cancellation);
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

    /// <summary>The rows of this version, and over them what editors have made of some.</summary>
    private static async Task MergeAsync<T>(PortalDbContext db, RuleTable rules, DbSet<T> table, IReadOnlyList<T> rows, Func<T, string> key, CancellationToken cancellation)
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

        var changes = await RuleBook.ActiveAsync(db, cancellation);
        var touched = changes.Where(c => c.Table == rules).Select(c => c.Key).Distinct(StringComparer.Ordinal).ToList();
        if (touched.Count > 0)
        {
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        foreach (var name in touched)
        {
            await RuleTables.WriteAsync(db, RuleSet.With(changes), rules, name, cancellation);
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
