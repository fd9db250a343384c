using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>Something in the archive that is not as it was written.</summary>
/// <param name="Number">Entry of the chain; 0 for what stands outside it.</param>
/// <param name="SnapshotId">The snapshot; null when the chain itself is broken.</param>
/// <param name="Fault">What is wrong, for an operator.</param>
public sealed record ArchiveFault(long Number, Guid? SnapshotId, string Fault);

/// <summary>A lawful erasure: no fault, but told.</summary>
public sealed record ArchiveErasure(Guid SnapshotId, DateTime At, string Ground);

/// <summary>What a verification found.</summary>
public sealed record ArchiveReport(long Entries, IReadOnlyList<ArchiveFault> Faults, IReadOnlyList<ArchiveErasure> Erasures)
{
    public bool IsWhole => Faults.Count == 0;
}

/// <summary>Checks every snapshot against its hash and the chain, from the first entry to the last.</summary>
public sealed class ArchiveVerification(PortalDbContext db)
{
    private const int Chunk = 200;
    private const int MostFaults = 1000;

    public Task<long> CountAsync(CancellationToken cancellation) => db.ArchiveEntries.LongCountAsync(cancellation);

    /// <param name="step">Told after each entry.</param>
    /// <param name="cancellation">Stops the check.</param>
    public async Task<ArchiveReport> RunAsync(Action step, CancellationToken cancellation)
    {
        var faults = new List<ArchiveFault>();
        var erased = new Dictionary<Guid, ArchiveErasure>();
        var bare = new Dictionary<Guid, long>();
        var kept = new HashSet<Guid>();
        var (number, chain) = (0L, "");
        while (faults.Count < MostFaults && await db.ArchiveEntries.AsNoTracking().Where(e => e.Number > number).OrderBy(e => e.Number).Take(Chunk).ToListAsync(cancellation) is { Count: > 0 } entries)
        {
            var ids = entries.ConvertAll(e => e.SnapshotId);
            var snapshots = await db.Snapshots.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellation);
            foreach (var entry in entries)
            {
                if (entry.Number != number + 1)
                {
                    faults.Add(new ArchiveFault(number + 1, null, entry.Number == number + 2 ? $"entry {number + 1} is missing" : $"entries {number + 1} to {entry.Number - 1} are missing"));
                }

                if (ArchiveHashes.Chain(chain, entry.Number, entry.Act, entry.SnapshotId, entry.At, entry.Sha256) != entry.Chain)
                {
                    faults.Add(new ArchiveFault(entry.Number, entry.SnapshotId, "the entry does not follow from those before it"));
                }

                (number, chain) = (entry.Number, entry.Chain);
                if (entry.Act is ArchiveAct.Erased)
                {
                    Erase(entry, erased, bare, faults);
                }
                else
                {
                    kept.Add(entry.SnapshotId);
                    Check(entry, snapshots.GetValueOrDefault(entry.SnapshotId), bare, faults);
                }

                step();
            }
        }

        faults.AddRange(bare.Select(b => new ArchiveFault(b.Value, b.Key, "the bytes are gone, and no erasure says why")));
        var head = await db.ArchiveHeads.AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (faults.Count < MostFaults && ((head?.Number ?? 0) != number || (head?.Chain ?? "") != chain))
        {
            faults.Add(new ArchiveFault(number, null, $"the chain ends at entry {number}, but {head?.Number ?? 0} were written"));
        }

        faults.AddRange((await db.Snapshots.AsNoTracking().Select(s => s.Id).ToListAsync(cancellation)).Where(id => !kept.Contains(id)).Take(MostFaults).Select(id => new ArchiveFault(0, id, "the snapshot stands outside the chain")));
        return new ArchiveReport(number, [.. faults.OrderBy(f => f.Number)], [.. erased.Values]);
    }

    private static void Erase(ArchiveEntry entry, Dictionary<Guid, ArchiveErasure> erased, Dictionary<Guid, long> bare, List<ArchiveFault> faults)
    {
        bare.Remove(entry.SnapshotId);
        erased[entry.SnapshotId] = new ArchiveErasure(entry.SnapshotId, entry.At, entry.Ground ?? "");
        if (ArchiveHashes.OfGround(entry.SnapshotId, entry.Ground ?? "") != entry.Sha256)
        {
            faults.Add(new ArchiveFault(entry.Number, entry.SnapshotId, "the ground of the erasure was changed"));
        }
    }

    private static void Check(ArchiveEntry entry, Snapshot? snapshot, Dictionary<Guid, long> bare, List<ArchiveFault> faults)
    {
        if (snapshot is null)
        {
            faults.Add(new ArchiveFault(entry.Number, entry.SnapshotId, "the snapshot is missing"));
        }
        else if (snapshot.Packed is not { } packed)
        {
            bare[snapshot.Id] = entry.Number;
        }
        else if (ArchiveHashes.Of(snapshot) != entry.Sha256)
        {
            faults.Add(new ArchiveFault(entry.Number, snapshot.Id, "what is kept about the page was changed"));
        }
        else if (!IsIntact(snapshot, packed))
        {
            faults.Add(new ArchiveFault(entry.Number, snapshot.Id, "the page's bytes were changed"));
        }
    }

    private static bool IsIntact(Snapshot snapshot, byte[] packed)
    {
        try
        {
            return ArchiveHashes.OfBytes(PackedPage.Unpack(packed, snapshot.Length)) == snapshot.Sha256;
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return false;
        }
    }
}
