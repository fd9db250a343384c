using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources.Opml;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Editing;

/// <summary>What becomes of one source of a file.</summary>
/// <param name="Entry">As the file has it.</param>
/// <param name="Draft">As it would be stored.</param>
/// <param name="Check">What speaks against it.</param>
/// <param name="IsRepeated">The file has it twice; this is not the first.</param>
public sealed record OfferedSource(OpmlEntry Entry, SourceDraft Draft, SourceCheck Check, bool IsRepeated)
{
    public bool IsNew => Check.IsFine && !IsRepeated;

    public bool IsKnown => Check.Fault is SourceFault.AddressTaken;
}

/// <summary>Sources as OPML, out and in. What comes in is shown first, and waits for an editor by default.</summary>
public sealed class OpmlExchange(PortalDbContext db, SourceRegistry registry, TimeProvider clock)
{
    /// <summary>All sources.</summary>
    /// <param name="title">Of the list.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<byte[]> WriteAsync(string title, CancellationToken cancellation)
    {
        var found = await db.SourceStates.AsNoTracking().Where(s => s.ReadFrom != null).ToDictionaryAsync(s => s.SourceId, s => s.ReadFrom, cancellation);
        var sources = await db.Sources.AsNoTracking().OrderBy(s => s.Publisher).ThenBy(s => s.Name).ToListAsync(cancellation);
        var codes = sources.Select(s => s.RegionCode).OfType<string>().SelectMany(c => Region.AncestorsOf(c).Append(c)).Distinct(StringComparer.Ordinal).ToList();
        var names = await db.Regions.AsNoTracking().Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Name, StringComparer.Ordinal, cancellation);
        return OpmlWriter.Write(title, clock.GetUtcNow(), sources.Select(s => EntryOf(s, found.GetValueOrDefault(s.Id), names)));
    }

    /// <summary>What would become of each source of a file.</summary>
    /// <param name="entries">The file's sources.</param>
    /// <param name="keepsStanding">Trust and display as the file has them; otherwise every one waits and shows excerpts.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<OfferedSource>> LookAsync(IReadOnlyList<OpmlEntry> entries, bool keepsStanding, CancellationToken cancellation)
    {
        var known = await registry.OpenAsync([.. entries.Select(e => e.Region).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation);
        var (offers, addresses, names) = (new List<OfferedSource>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var entry in entries)
        {
            var draft = DraftOf(entry, keepsStanding);
            var address = KnownSources.AddressOf(draft, registry.Allowed);
            draft = address is null || draft.Name is null ? draft : Named(draft, new Uri(address).IdnHost, n => known.HasName(n) || names.Contains(n));
            var check = known.Check(draft, self: null);
            var isRepeated = check.IsFine && !addresses.Add(KnownSources.KeyOf(address!));
            if (check.IsFine && !isRepeated)
            {
                names.Add(draft.Name!);
            }

            offers.Add(new OfferedSource(entry, draft, check, isRepeated));
        }

        return offers;
    }

    /// <summary>Stores those that are new, all or none.</summary>
    /// <returns>How many; null when another act took a name meanwhile.</returns>
    public async Task<int?> AddAsync(IReadOnlyList<OpmlEntry> entries, bool keepsStanding, string editor, CancellationToken cancellation)
    {
        var drafts = (await LookAsync(entries, keepsStanding, cancellation)).Where(o => o.IsNew).Select(o => o.Draft).ToList();
        return drafts.Count == 0 ? 0 : (await registry.AddAsync(drafts, editor, cancellation))?.Count;
    }

    private static OpmlEntry EntryOf(Source source, string? found, Dictionary<string, string> regions)
    {
        var isWeb = source.Kind is not SourceKind.Folder && Uri.TryCreate(source.Address, UriKind.Absolute, out _);
        var polled = isWeb ? found ?? source.Address : null;
        return new OpmlEntry
        {
            Name = source.Name,
            XmlUrl = polled,
            HtmlUrl = isWeb ? new Uri(source.Address).GetLeftPart(UriPartial.Authority) + "/" : null,
            Category = source.RegionCode is { } code ? string.Join(" / ", Region.AncestorsOf(code).Reverse().Append(code).Where(regions.ContainsKey).Select(c => regions[c])) : null,
            Address = source.Address == polled ? null : source.Address,
            Kind = source.Kind,
            Selector = source.ItemSelector,
            Publisher = source.Publisher,
            Trust = source.Trust,
            Display = source.Display,
            Region = source.RegionCode,
            IntervalMinutes = source.IntervalMinutes,
            IsPaused = source.IsPaused,
        };
    }

    private static SourceDraft DraftOf(OpmlEntry entry, bool keepsStanding)
    {
        var address = EnteredText.Line(entry.ReadAt);
        var name = EnteredText.Line(entry.Name) ?? (Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.IdnHost : null);
        return new SourceDraft
        {
            Name = name,
            Address = address,
            Kind = entry.Kind ?? SourceKind.Auto,
            Selector = EnteredText.Line(entry.Selector),
            Publisher = EnteredText.Line(entry.Publisher) ?? name,
            Trust = keepsStanding ? entry.Trust ?? Trust.Review : Trust.Review,
            Display = keepsStanding ? entry.Display ?? Display.Excerpt : Display.Excerpt,
            RegionCode = entry.Region,
            IntervalMinutes = entry.IntervalMinutes,
            IsPaused = entry.IsPaused,
        };
    }

    /// <summary>Feed readers give several feeds one name; the portal tells its sources apart by it.</summary>
    private static SourceDraft Named(SourceDraft draft, string host, Func<string, bool> isTaken) =>
        isTaken(draft.Name!) && !isTaken($"{draft.Name} ({host})") && draft.Name!.Length + host.Length + 3 <= SourceDraft.LongestName ? draft with { Name = $"{draft.Name} ({host})" } : draft;
}
