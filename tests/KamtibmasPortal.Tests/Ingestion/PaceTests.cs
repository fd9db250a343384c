using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Tests.Ingestion;

public sealed class PaceTests
{
    private static readonly DateTime Now = new(2024, 1, 10, 3, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(20, 10)]
    [InlineData(60, 30)]
    [InlineData(24 * 60, 12 * 60)]
    [InlineData(30 * 24 * 60, 24 * 60)]
    public void The_pace_settles_at_half_the_distance_of_announcements_within_two_minutes_and_a_day(int distanceMinutes, int settledMinutes)
    {
        var pace = Pace.Start;
        for (var i = 0; i < 30; i++)
        {
            pace = Pace.Next(pace, arrived: 1, elapsed: pace, TimeSpan.FromMinutes(distanceMinutes));
        }

        Assert.Equal(settledMinutes, pace.TotalMinutes, tolerance: 0.5);
    }

    [Fact]
    public void Without_dates_it_follows_what_arrives()
    {
        var busy = Pace.Next(Pace.Start, arrived: 10, elapsed: TimeSpan.FromMinutes(15), habit: null);
        var quiet = Pace.Next(Pace.Start, arrived: 0, elapsed: TimeSpan.FromMinutes(15), habit: null);

        Assert.True(busy < Pace.Start && quiet > Pace.Start);
        Assert.Equal(Pace.Start, Pace.Next(Pace.Start, arrived: 30, elapsed: null, habit: null));
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(3, 120)]
    [InlineData(20, 24 * 60)]
    public void Each_failure_doubles_it_up_to_a_day(int failures, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), Pace.AfterFailures(Pace.Start, failures));

    [Fact]
    public void A_fixed_interval_overrides_the_habit_and_silence_asked_for_overrides_both()
    {
        var state = new SourceState { SourceId = Guid.NewGuid() };

        state.Finish(Run(), fixedMinutes: 5, TimeSpan.FromHours(10), Now);
        Assert.Equal(Now.AddMinutes(5), state.NextDueAt);

        state.BlockedUntil = Now.AddHours(3);
        state.Finish(Run(), fixedMinutes: 5, TimeSpan.FromHours(10), Now);
        Assert.Equal(Now.AddHours(3), state.NextDueAt);
    }

    [Fact]
    public void A_run_that_failed_backs_off_and_one_that_worked_ends_it()
    {
        var state = new SourceState { SourceId = Guid.NewGuid() };
        state.Finish(Run(FailureReason.Unreachable), null, null, Now);
        state.Finish(Run(FailureReason.Unreachable), null, null, Now);
        Assert.Equal((2, Now.AddMinutes(60)), (state.Failures, state.NextDueAt));

        state.Finish(Run(), null, null, Now);
        Assert.Equal(0, state.Failures);
    }

    [Fact]
    public void Quiet_runs_in_a_row_become_one_and_eventful_ones_stay_themselves()
    {
        var first = Run();
        Assert.True(first.TryJoin(Run()));
        Assert.Equal(2, first.Polls);
        var eventful = Run();
        eventful.Count(ItemOutcome.Stored);
        Assert.False(first.TryJoin(eventful));
        Assert.False(first.TryJoin(Run(FailureReason.Deadline)));
        Assert.False(eventful.TryJoin(Run()));
    }

    [Fact]
    public void A_temporary_failure_is_given_up_in_the_end()
    {
        var item = new SourceItem { SourceId = Guid.NewGuid(), Key = "a" };
        item.Announce("http://situs.id/a", "1", null, Now);
        var at = Now;
        var pauses = new List<double>();
        while (item.DueAt is { } due)
        {
            pauses.Add((due - at).TotalMinutes);
            at = due;
            item.Record(ItemResult.Failed(FailureReason.ServerError), at);
        }

        Assert.Equal([0, 5, 15, 45, 135, 405, 1215, 1440], pauses);
    }

    private static FetchRun Run(FailureReason? reason = null)
    {
        var run = new FetchRun { Id = Guid.NewGuid(), SourceId = Guid.Empty, StartedAt = Now };
        run.Finish(Now, reason);
        return run;
    }
}
