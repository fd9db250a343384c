using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Editing;

/// <summary>Takes in sources and changes what was said of them; each act is audited. Nothing here asks the network.</summary>
public sealed class SourceRegistry(PortalDbContext db, AuditTrail trail, WebFetchSettings web, TimeProvider clock)
{
    /// <summary>host:port that may be fetched although it is not public.</summary>
    public IReadOnlyList<string> Allowed => web.AllowedPrivateHosts;

    /// <summary>What speaks against a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="self">The source that it changes; null for a new one.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<SourceCheck> CheckAsync(SourceDraft draft, Guid? self, CancellationToken cancellation) => (await OpenAsync(draft.RegionCode is { } code ? [code] : [], cancellation)).Check(draft, self);

    /// <summary>What speaks against its address, kind and selector alone: enough to look at it.</summary>
    public async Task<SourceCheck> CheckAddressAsync(SourceDraft draft, Guid? self, CancellationToken cancellation) => (await OpenAsync([], cancellation)).CheckAddress(draft, self);

    /// <summary>All that is known, for checking many drafts.</summary>
    /// <param name="regionCodes">Codes that the drafts name.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<KnownSources> OpenAsync(IReadOnlyCollection<string> regionCodes, CancellationToken cancellation)
    {
        var found = await db.SourceStates.AsNoTracking().Where(s => s.ReadFrom != null).ToDictionaryAsync(s => s.SourceId, s => s.ReadFrom!, cancellation);
        var regions = (await db.Regions.AsNoTracking().Where(r => regionCodes.Contains(r.Code)).Select(r => r.Code).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        return new KnownSources(await db.Sources.AsNoTracking().ToListAsync(cancellation), found, regions, web.AllowedPrivateHosts);
    }

    /// <summary>Stores drafts that were checked, all or none.</summary>
    /// <param name="drafts">Each with its name and address.</param>
    /// <param name="editor">E-mail of the editor.</param>
    /// <param name="cancellation">Stops the write.</param>
    /// <returns>Null when another act took a name meanwhile.</returns>
    public async Task<IReadOnlyList<Source>?> AddAsync(IReadOnlyList<SourceDraft> drafts, string editor, CancellationToken cancellation)
    {
        var added = drafts.Select(d => d.ToSource(Guid.CreateVersion7(clock.GetUtcNow()), KnownSources.AddressOf(d, web.AllowedPrivateHosts)!)).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Sources.AddRange(added);
        db.AuditEntries.AddRange(added.Select(s => trail.Entry(editor, AuditActs.SourceAdd, s.Name, s.Address, after: $"{s.Kind} {s.Trust} {s.Display}")));
        // The public page of sources names it.
        db.Touch(PortalDbContext.Everything);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (db.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return null;
        }

        await transaction.CommitAsync(cancellation);
        return added;
    }

    /// <summary>Changes what was said of a source; its name stays. Where it is read differently it is read anew from the start.</summary>
    /// <returns>False when there is no such source.</returns>
    public async Task<bool> ChangeAsync(Guid id, SourceDraft draft, string editor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Sources.FirstOrDefaultAsync(s => s.Id == id, cancellation) is not { } source)
        {
            return false;
        }

        // What was not touched stays as it was written, even in a spelling that would not be taken today.
        var address = source.Kind is SourceKind.Folder || draft.Address == source.Address ? source.Address : KnownSources.AddressOf(draft, web.AllowedPrivateHosts)!;
        var kind = source.Kind is SourceKind.Folder ? SourceKind.Folder : draft.ReadAs;
        var isReadAnew = source.Address != address || source.Kind != kind || source.ItemSelector != draft.Selector;
        Note("address", source.Address, address);
        Note("kind", source.Kind.ToString(), kind.ToString());
        Note("selector", source.ItemSelector, draft.Selector);
        Note("publisher", source.Publisher, draft.Publisher ?? source.Name);
        Note("trust", source.Trust.ToString(), draft.Trust.ToString());
        Note("display", source.Display.ToString(), draft.Display.ToString());
        Note("region", source.RegionCode, draft.RegionCode);
        (source.Address, source.Kind, source.ItemSelector, source.Publisher) = (address, kind, draft.Selector, draft.Publisher ?? source.Name);
        (source.Trust, source.Display, source.RegionCode) = (draft.Trust, draft.Display, draft.RegionCode);
        if (isReadAnew)
        {
            // Whoever reads it at this moment writes nothing more: what is kept of the old list must not speak for the new one.
            await db.SourceStates.Where(s => s.SourceId == id).ExecuteUpdateAsync(
                u => u.SetProperty(s => s.Fence, s => s.Fence + 1).SetProperty(s => s.ETag, (string?)null).SetProperty(s => s.LastModified, (string?)null).SetProperty(s => s.ListSha256, (string?)null)
                    .SetProperty(s => s.ReadAs, (SourceKind?)null).SetProperty(s => s.ReadFrom, (string?)null).SetProperty(s => s.NextDueAt, (DateTime?)null), cancellation);
        }

        db.Touch(PortalDbContext.Everything);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;

        void Note(string field, string? before, string? after)
        {
            if (before != after)
            {
                db.AuditEntries.Add(trail.Entry(editor, AuditActs.SourceChange, source.Name, field, before, after));
            }
        }
    }
}
