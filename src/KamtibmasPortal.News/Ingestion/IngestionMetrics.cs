using System.Diagnostics.Metrics;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>Counters of what polling comes to, under the meter <see cref="MeterName"/>.</summary>
public sealed class IngestionMetrics
{
    public const string MeterName = "KamtibmasPortal.Ingestion";

    private readonly Counter<long> _items;
    private readonly Counter<long> _runs;
    private readonly Histogram<double> _seconds;

    public IngestionMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _items = meter.CreateCounter<long>("kamtibmas.ingestion.items", "{item}", "Items by outcome");
        _runs = meter.CreateCounter<long>("kamtibmas.ingestion.runs", "{run}", "Polls of sources by fault");
        _seconds = meter.CreateHistogram<double>("kamtibmas.ingestion.run.duration", "s", "Length of a poll");
    }

    public void Count(FetchRun run)
    {
        Add(ItemOutcome.Stored, run.Stored);
        Add(ItemOutcome.Revised, run.Revised);
        Add(ItemOutcome.Unchanged, run.Unchanged);
        Add(ItemOutcome.Duplicate, run.Duplicate);
        Add(ItemOutcome.Rejected, run.Rejected);
        Add(ItemOutcome.Failed, run.Failed);
        _runs.Add(1, new KeyValuePair<string, object?>("fault", run.Reason?.ToString() ?? "none"));
        _seconds.Record(((run.FinishedAt ?? run.StartedAt) - run.StartedAt).TotalSeconds);
    }

    private void Add(ItemOutcome outcome, int count) => _items.Add(count, new KeyValuePair<string, object?>("outcome", outcome.ToString()));
}
