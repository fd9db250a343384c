using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>Reads the next page of a source's archive beside its daily work. Stopped at any moment, it goes on at the same page.</summary>
public sealed class BackfillStep(ArchiveReader archive, SourceLedger ledger, TimeProvider clock)
{
    private static readonly TimeSpan BetweenPages = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(15);

    /// <returns>Whether a page was due.</returns>
    public async Task<bool> RunAsync(Source source, SourceState known, SourceLease lease, CancellationToken cancellation)
    {
        if (source.Kind is SourceKind.Folder || await ledger.BackfillAsync(source.Id, cancellation) is not { State: BackfillState.Running } backfill || backfill.DueAt > clock.GetUtcNow().UtcDateTime)
        {
            return false;
        }

        var page = await archive.ReadAsync(source, known, backfill.NextPage, backfill.PagesRead, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        if (page.Items is not { } items)
        {
            if (page.Refusal!.Failure is FailureKind.Temporary)
            {
                backfill.Delay(page.Refusal.Detail ?? "", page.Refusal.RetryAt ?? now + AfterFailure);
            }
            else
            {
                // No such page: the archive ends here.
                backfill.End(page.Refusal.Detail ?? "");
            }
        }
        else
        {
            var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', items.Select(i => i.Item.Key)))));
            if (items.Count == 0 || mark == backfill.LastPageSha256)
            {
                backfill.End("");
            }
            else
            {
                var unchanged = await ledger.AnnounceAsync(lease, [.. items.Select(Announcements.Entry)], mark: null, isBackfill: true, cancellation);
                backfill.Advance(items.Count - unchanged, mark, page.Next, now + BetweenPages);
                if (page.Next is null)
                {
                    backfill.End("");
                }
            }
        }

        await ledger.SaveBackfillAsync(lease, backfill, cancellation);
        return true;
    }
}
